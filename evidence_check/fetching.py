"""Files of a check → where their bytes are now: in the folder, or taken out of the archives and mails they lie in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from evidence_check import folder
from evidence_check.errors import ReportError
from evidence_check.executors.protocol import Executor
from evidence_check.extract.members import Opened
from evidence_check.extract.opening import open_up
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.files import INSIDE, File

Where = tuple[Path, File]


def fetched(
    root: Path, files: Iterable[File], settings: ReadSettings, executor: Executor, seconds: float, spool: Path
) -> dict[str, Path]:
    """Return a place for each file by its path; what lies inside another file is written out below `spool`.

    Raises `ReportError` when a file, or the one it lies in, is gone. Whether its bytes are still the same is for
    whoever copies them to see.
    """
    wanted = {file.path: file for file in files}
    places = {path: Path(folder.real_path(root, path)) for path in wanted if INSIDE not in path}
    deep = [path.split(INSIDE) for path in wanted if INSIDE in path]
    boxes = {steps[0]: _found(root, steps[0]) for steps in deep}
    for depth in range(1, max((len(steps) for steps in deep), default=1)):
        names = dict.fromkeys(INSIDE.join(steps[:depth]) for steps in deep if len(steps) > depth)
        work = [_there(boxes, name) for name in names]
        opened = list(executor.map(partial(_opened, settings, spool), work, seconds=seconds)) if work else []
        for each in opened:
            if isinstance(each, Opened):
                boxes.update({file.path: (path, file) for path, file in each.files})
    places.update({INSIDE.join(steps): _there(boxes, INSIDE.join(steps))[0] for steps in deep})
    return places


def _found(root: Path, path: str) -> Where:
    place = Path(folder.real_path(root, path))
    file = folder.look_at(place, root)
    if not isinstance(file, File):
        raise ReportError("package_source_gone", path=path)
    return place, file


def _there(boxes: dict[str, Where], name: str) -> Where:
    if name not in boxes:
        raise ReportError("package_source_gone", path=name)
    return boxes[name]


def _opened(settings: ReadSettings, spool: Path, where: Where) -> Opened:
    return open_up(where[0], where[1], settings, spool)
