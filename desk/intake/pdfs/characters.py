"""The characters and pictures of a PDF page with their places.

PDFium must not be entered by two threads at once; readers run in a process of their own, one file
after the other.
"""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desk.intake.cleaning.radicals import SUPPLEMENT
from desk.intake.looks import is_red

_KANGXI = (chr(code) for code in range(0x2F00, 0x2FD6))
RADICALS = str.maketrans(
    SUPPLEMENT | {radical: unicodedata.normalize("NFKC", radical) for radical in _KANGXI}
)
_BOLD_FROM = 600
_STROKED = 2  # filled and stroked: how Word thickens a font that has no bold
_UPRIGHT = 0.05  # radians
_SMALLEST = 48  # pixels; smaller images are rules and marks
_BACKGROUND = 0.8  # of the page's area
_NAME = 128  # bytes of a font's name
_HYPHENS = frozenset((0x02, 0xAD, 0xFFFE))  # at the end of a line
_UNKNOWN = 0xFFFD


@dataclass(frozen=True, slots=True)
class Face:
    """The look that the characters of one object share; ``size`` in points."""

    size: float
    bold: bool
    red: bool


@dataclass(frozen=True, slots=True)
class Character:
    """A character from ``x`` to ``end`` across, on the baseline ``y`` from the foot, in points."""

    text: str
    x: float
    end: float
    y: float
    face: Face


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture; ``y`` is its foot, ``data`` a JPEG, or empty where it is kept in another way."""

    y: float
    data: bytes


def characters(text: Any) -> Iterator[Character]:  # noqa: ANN401 - pypdfium2 has no types
    """The upright characters of a text page in its own order; slanted marks are left out."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; heavy

    across, up, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    faces: dict[int, Face] = {}
    half = 0
    for number in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, number) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text, number) or _UNKNOWN
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the first half of a pair
            half = code
            continue
        if 0xDC00 <= code < 0xE000:  # noqa: PLR2004 - the second
            code, half = 0x10000 + ((half - 0xD800) << 10) + code - 0xDC00 if half else _UNKNOWN, 0
        if code in _HYPHENS or abs(pdfium.FPDFText_GetCharAngle(text, number)) > _UPRIGHT:
            continue
        pdfium.FPDFText_GetCharOrigin(text, number, across, up)
        pdfium.FPDFText_GetLooseCharBox(text, number, box)
        letter = chr(code).translate(RADICALS)
        yield Character(letter, box.left, box.right, up.value, _face(pdfium, text, number, faces))


def _face(pdfium: Any, text: Any, number: int, faces: dict[int, Face]) -> Face:  # noqa: ANN401 - pypdfium2 has no types
    shared = pdfium.FPDFText_GetTextObject(text, number)
    key = ctypes.cast(shared, ctypes.c_void_p).value or 0
    if key not in faces:
        faces[key] = Face(
            _size(pdfium, text, number),
            _is_bold(pdfium, text, number, shared),
            _is_red(pdfium, text, number),
        )
    return faces[key]


def _size(pdfium: Any, text: Any, number: int) -> float:  # noqa: ANN401 - pypdfium2 has no types
    """The size on paper: that of the font, scaled as its object is."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, number, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    return round(float(pdfium.FPDFText_GetFontSize(text, number)) * scale, 1)


def _is_bold(pdfium: Any, text: Any, number: int, shared: Any) -> bool:  # noqa: ANN401 - pypdfium2 has no types
    name, flags = ctypes.create_string_buffer(_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, number, name, _NAME, flags)
    return (
        pdfium.FPDFText_GetFontWeight(text, number) >= _BOLD_FROM
        or b"bold" in name.value.lower()
        or (bool(shared) and pdfium.FPDFTextObj_GetTextRenderMode(shared) == _STROKED)
    )


def _is_red(pdfium: Any, text: Any, number: int) -> bool:  # noqa: ANN401 - pypdfium2 has no types
    red, green, blue, alpha = (ctypes.c_uint() for _part in range(4))
    found = pdfium.FPDFText_GetFillColor(text, number, red, green, blue, alpha)
    return bool(found) and is_red(red.value, green.value, blue.value)


def photos(page: Any) -> Iterator[Photo]:  # noqa: ANN401 - pypdfium2 has no types
    """The pictures of a page; neither its background nor what is too small to be one."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - heavy, loaded on use

    area = page.get_width() * page.get_height() * _BACKGROUND
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
        left, foot, right, top = image.get_bounds()
        if min(image.get_px_size()) < _SMALLEST or (right - left) * (top - foot) > area:
            continue
        is_jpeg = image.get_filters() == ["DCTDecode"]
        yield Photo(foot, bytes(image.get_data()) if is_jpeg else b"")
