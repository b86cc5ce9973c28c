"""The calls into PDFium made thousands of times a page, bound to plain addresses.

pypdfium2 turns every handle into a typed pointer and back; on a page of a thousand objects that costs more than
what PDFium does. Handles are addresses here, 0 or None where PDFium has nothing to give.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_float, c_int, c_uint, c_void_p
from dataclasses import dataclass
from functools import cache
from typing import Any

_SIX = c_float * 6
PATH, IMAGE, FORM = 2, 3, 5
LINE_TO, BEZIER_TO, MOVE_TO = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Calls:
    """The bound functions, each named after what it gives."""

    object_of: Callable[..., Any]
    objects_in: Callable[..., Any]
    object_in: Callable[..., Any]
    kind_of: Callable[..., Any]
    bounds_of: Callable[..., Any]
    matrix_of: Callable[..., Any]
    segments_of: Callable[..., Any]
    segment_of: Callable[..., Any]
    segment_kind: Callable[..., Any]
    segment_point: Callable[..., Any]
    segment_closes: Callable[..., Any]
    char_box: Callable[..., Any]
    loose_box: Callable[..., Any]


@cache
def calls() -> Calls:
    """Return the functions, bound once for each process."""
    from pypdfium2 import raw

    here = c_void_p
    return Calls(
        object_of=_bound(raw.FPDFPage_GetObject, here, here, c_int),
        objects_in=_bound(raw.FPDFFormObj_CountObjects, c_int, here),
        object_in=_bound(raw.FPDFFormObj_GetObject, here, here, c_uint),
        kind_of=_bound(raw.FPDFPageObj_GetType, c_int, here),
        bounds_of=_bound(raw.FPDFPageObj_GetBounds, c_int, here, here, here, here, here),
        matrix_of=_bound(raw.FPDFPageObj_GetMatrix, c_int, here, here),
        segments_of=_bound(raw.FPDFPath_CountSegments, c_int, here),
        segment_of=_bound(raw.FPDFPath_GetPathSegment, here, here, c_int),
        segment_kind=_bound(raw.FPDFPathSegment_GetType, c_int, here),
        segment_point=_bound(raw.FPDFPathSegment_GetPoint, c_int, here, here, here),
        segment_closes=_bound(raw.FPDFPathSegment_GetClose, c_int, here),
        char_box=_bound(raw.FPDFText_GetCharBox, c_int, here, c_int, here, here, here, here),
        loose_box=_bound(raw.FPDFText_GetLooseCharBox, c_int, here, c_int, here),
    )


def address(handle: Any) -> int:
    """Return the address behind a page or text page of pypdfium2."""
    return ctypes.cast(handle.raw, c_void_p).value or 0


def six_floats() -> tuple[ctypes.Array[c_float], int]:
    """Return room for a matrix or a box and its address."""
    room = _SIX()
    return room, ctypes.addressof(room)


def bounds_of(thing: int) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a thing on a page, in points; all 0.0 where PDFium does not tell."""
    room, at = six_floats()
    if not calls().bounds_of(thing, at, at + 4, at + 8, at + 12):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = room[:4]
    return left, bottom, right, top


def _bound(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, c_void_p).value or 0)
