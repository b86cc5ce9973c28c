"""Make the two sample offices: invented people, invented offices, papers laid out as real ones are.

python samples/make.py                     # both offices, beside this file
python samples/make.py --into FOLDER
python samples/make.py --only "*.xlsx"
"""

from __future__ import annotations

import argparse
import fnmatch
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from papermaking import dinas_sosial, disdukcapil

OFFICES: dict[str, Callable[[], dict[str, Callable[[], bytes]]]] = {
    "dinas-sosial": dinas_sosial.files,
    "disdukcapil": disdukcapil.files,
}


def make(into: Path, only: str = "*") -> list[Path]:
    """Write every file whose path fits `only`; return what was written."""
    written = []
    for office, files in OFFICES.items():
        if only == "*":
            shutil.rmtree(into / office, ignore_errors=True)
        for name, content in sorted(files().items()):
            path = into / office / name
            if fnmatch.fnmatchcase(f"{office}/{name}", only):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content())
                written.append(path)
    return written


def main() -> int:
    """Read the command line and make the samples."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, default=Path(__file__).parent)
    parser.add_argument("--only", default="*", metavar="PATTERN")
    parser.add_argument("--list", action="store_true", help="only name the files")
    options = parser.parse_args()
    if options.list:
        sys.stdout.write("".join(f"{office}/{name}\n" for office, files in OFFICES.items() for name in sorted(files())))
        return 0
    written = make(options.into, options.only)
    size = sum(path.stat().st_size for path in written)
    sys.stdout.write(f"{len(written)} files, {size / 1e6:.2f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
