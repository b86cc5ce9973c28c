"""Make the pictures of README, the reports of both sample offices in a browser; `make pictures` runs this."""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))
from browser import browser  # noqa: E402

WIDTH = 1100
PICTURES = (("dinas-sosial", "", 1560, "report.png"), ("disdukcapil", "r18", 1120, "report-disdukcapil.png"))
"""Which office, the requirement it is opened at (where pieces of the pages can be seen), the height, and the file."""


def main() -> None:
    """Check both offices and take the pictures."""
    with tempfile.TemporaryDirectory() as work:
        for office, anchor, height, name in PICTURES:
            page = Path(work) / f"{office}.html"
            command = [sys.executable, "-m", "evidence_check", "check", HERE.parent / "samples" / office]
            done = subprocess.run([*command, "--output", page], stdout=subprocess.DEVNULL, check=False)
            if done.returncode not in (0, 1):
                raise SystemExit(done.returncode)
            (HERE / name).write_bytes(_picture(page, anchor, height, Path(work) / f"profile-{office}"))


def _picture(page: Path, anchor: str, height: int, profile: Path) -> bytes:
    with browser(profile) as chromium:
        size = {"width": WIDTH, "height": height, "deviceScaleFactor": 1, "mobile": False}
        chromium.call("Emulation.setDeviceMetricsOverride", **size)
        chromium.call("Emulation.setScrollbarsHidden", hidden=True)
        chromium.open(page, f"#{anchor}" if anchor else "")
        if anchor:
            # Scrolling is smooth for people; a picture taken on the way shows half of a page.
            chromium.run("document.documentElement.style.scrollBehavior = 'auto'")
            chromium.run(f"document.getElementById('{anchor}').scrollIntoView()")
            chromium.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return base64.b64decode(chromium.call("Page.captureScreenshot", format="png")["data"])


if __name__ == "__main__":
    main()
