"""The registry of executors: name → `module:class`; a class takes the number of jobs."""

EXECUTORS: dict[str, str] = {
    "serial": "evidence_check.executors.serial:Serial",
    "processes": "evidence_check.executors.processes:Processes",
}
