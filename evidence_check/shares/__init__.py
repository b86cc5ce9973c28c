"""The registry of places files live in: scheme of an address → `module:Class`, a `Reach` made from an `Address`."""

SHARES: dict[str, str] = {
    "file": "evidence_check.shares.local:LocalReach",
    "s3": "evidence_check.shares.s3:S3Reach",
    "sftp": "evidence_check.shares.sftp:SftpReach",
    "smb": "evidence_check.shares.smb:SmbReach",
    "webdav": "evidence_check.shares.webdav:WebdavReach",
    "webdavs": "evidence_check.shares.webdav:WebdavReach",
    "zip": "evidence_check.shares.zipped:ZipReach",
}
