"""Papers that call out or want something run: nothing is fetched, followed or started while they are read."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pdf_bombs
import pytest
from bombs import OFFICE, RELATIONS, SHEETS, WORD, docx, odt, packed, xlsx

READ = """
import sys
told = []
SPEAKING = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system", "os.exec",
            "os.posix_spawn", "os.fork", "os.startfile", "urllib.Request")
def hook(event, args):
    if event in SPEAKING or (event == "open" and "rahasia" in str(args[0])):
        told.append((event, str(args)))
sys.addaudithook(hook)
from pathlib import Path
from evidence_check.executors.serial import Serial
from evidence_check.extract.settings import ReadSettings
from evidence_check.pipeline import contents_of
contents, unreadable = contents_of([Path(sys.argv[1])], ReadSettings(ocr=False), Serial(), 60)
text = " ".join(page.text for each in contents for page in each.pages)
print("Surat" in text, "RAHASIA" in text, told)
"""


@pytest.fixture
def caller() -> Iterator[tuple[int, list[object]]]:
    """Listen on a port of this machine; the list fills with whoever calls."""
    called: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        over = threading.Event()

        def listen() -> None:
            while not over.is_set():
                try:
                    link, who = server.accept()
                except OSError:
                    continue
                called.append(who)
                link.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1], called
        over.set()
        thread.join()


# Each writer takes the path, an address somebody listens at, and that of a file nobody is to open.


def calling_docx(path: Path, far: str, near: str) -> None:
    field = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{}</w:instrText></w:r>"
    ends = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    codes = (f'INCLUDEPICTURE "{far}/a.png"', f'INCLUDETEXT "{near}"', 'DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"')
    fields = "".join(f"<w:p>{field.format(code)}{ends}</w:p>" for code in codes)
    kinds = {"image": f"{far}/b.png", "oleObject": f"{far}/c.doc", "hyperlink": far, "attachedTemplate": f"{far}/d.dot"}
    links = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
        for kind, target in kinds.items()
    )
    relations = f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'
    parts = {"word/_rels/document.xml.rels": relations, "word/_rels/settings.xml.rels": relations}
    template = f"<w:attachedTemplate xmlns:r='{OFFICE}' r:id='rattachedTemplate'/>"
    parts["word/settings.xml"] = f"<w:settings {WORD}>{template}</w:settings>"
    docx(path, f"<w:p><w:r><w:t>Surat</w:t></w:r></w:p>{fields}", **parts)


def calling_html(path: Path, far: str, near: str) -> None:
    path.write_text(
        f"<html><head><link rel=stylesheet href='{far}/a.css'><base href='{far}/'></head><body>Surat"
        f"<img src='{far}/a.png'><script src='{far}/a.js'></script><iframe src='{near}'></iframe>"
        f"<object data='{near}'></object><embed src='{far}/e'><meta http-equiv=refresh content='0;url={far}'></body>"
    )


def calling_xlsx(path: Path, far: str, near: str) -> None:
    cell = f'<c r="B1"><f>WEBSERVICE("{far}/x")</f></c><c r="C1"><f>cmd|"/c calc"!A0</f></c>'
    xlsx(path, f'<row r="1"><c r="A1" t="inlineStr"><is><t>Surat</t></is></c>{cell}</row>')
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    target = f'<Relationship Id="r1" Type="{OFFICE}/externalLinkPath" Target="{far}/b.xlsx" TargetMode="External"/>'
    parts["xl/externalLinks/externalLink1.xml"] = f"<externalLink {SHEETS}/>".encode()
    links = f'<Relationships xmlns="{RELATIONS}">{target}</Relationships>'
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = links.encode()
    packed(parts, path)


def calling_odt(path: Path, far: str, near: str) -> None:
    names = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    pictures = "".join(
        f'<draw:frame {names}><draw:{kind} xlink:href="{where}" xlink:actuate="onLoad"/></draw:frame>'
        for kind in ("image", "object", "plugin")
        for where in (f"{far}/a", near)
    )
    odt(path, f'<text:section><text:section-source xmlns:xlink="x" xlink:href="{near}"/></text:section>'
              f"<text:p>Surat{pictures}</text:p>")  # fmt: skip


def calling_pdf(path: Path, far: str, near: str) -> None:
    actions = (
        f"<</S/URI/URI({far}/a)>>", f"<</S/JavaScript/JS(app.launchURL('{far}/b');)>>",
        f"<</S/Launch/F({near})/Unix<</F(/bin/touch)>>>>", f"<</S/GoToR/F<</FS/URL/F({far}/c.pdf)>>/D[0/Fit]>>",
        f"<</S/SubmitForm/F<</FS/URL/F({far}/d)>>>>", f"<</S/ImportData/F({near})>>",
    )  # fmt: skip
    chained = ""
    for action in actions:
        chained = action[:-2] + (f"/Next {chained}" if chained else "") + ">>"
    page = pdf_bombs.PAGE[:-2] + f"/AA<</O {chained}>>/Annots[6 0 R]>>".encode()
    note = f"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A {chained}>>".encode()
    text = pdf_bombs.stream(b"BT /F1 12 Tf 60 780 Td (Surat) Tj ET")
    start = f"<</Type/Catalog/Pages 2 0 R/OpenAction {chained}>>".encode()
    pdf_bombs.pdf(path, [start, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, text, pdf_bombs.FONT, note])


def calling_rtf(path: Path, far: str, near: str) -> None:
    fields = "".join(
        f"{{\\field{{\\*\\fldinst {code}}}{{\\fldrslt x}}}}"
        for code in (f'INCLUDEPICTURE "{far}/a.png" \\\\d', f'INCLUDETEXT "{near}"', "DDEAUTO cmd /k")
    )
    path.write_text(f"{{\\rtf1{{\\*\\template {far}/t.dot}} Surat {fields}{{\\object\\objautlink\\objupdate}}}}")


def calling_mail(path: Path, far: str, near: str) -> None:
    outside = f'Content-Type: message/external-body; access-type=URL; URL="{far}/a"\n\nContent-Type: text/plain\n\n'
    path.write_text(
        'From: a@b.id\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\nSurat\n--b\n{outside}\n--b--\n"
    )


def calling_xml(path: Path, far: str, near: str) -> None:
    docx(path, "<w:p><w:r><w:t>Surat</w:t></w:r></w:p>", f'<!DOCTYPE w:document SYSTEM "{far}/a.dtd">')


CALLING = {
    "a.docx": calling_docx, "a.html": calling_html, "a.doc": calling_html, "a.xlsx": calling_xlsx, "a.odt": calling_odt,
    "a.pdf": calling_pdf, "a.rtf": calling_rtf, "a.eml": calling_mail, "dtd.docx": calling_xml,
}  # fmt: skip


@pytest.mark.parametrize("name", CALLING)
def test_nobody_is_called_and_nothing_is_started(name: str, tmp_path: Path, caller: tuple[int, list[object]]) -> None:
    port, called = caller
    secret = tmp_path / "lain" / "rahasia.txt"
    secret.parent.mkdir()
    secret.write_text("RAHASIA")
    CALLING[name](tmp_path / name, f"http://127.0.0.1:{port}", secret.as_uri())
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", READ, str(tmp_path / name)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True False []"
    assert called == []


def test_whoever_calls_is_noticed(caller: tuple[int, list[object]]) -> None:
    port, called = caller
    with socket.create_connection(("127.0.0.1", port)) as link:
        link.recv(1)
    assert len(called) == 1
