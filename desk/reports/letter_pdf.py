"""Letters to units as A4 pages to print."""

import json

from desk.layout.fonts import Face, Fonts, installed_fonts
from desk.layout.pdf import engine
from desk.paths import RESOURCES
from desk.reports.letter import Letter

_FOLDER = RESOURCES / "letters"


def letters_pdf(letters: tuple[Letter, ...], fonts: Fonts | None = None) -> bytes:
    """Print letters, each on a page of its own; needs at least one."""
    fonts = fonts or installed_fonts()
    faces = {"title": Face.TITLE, "body": Face.FANG, "heading": Face.HEI, "detail": Face.KAI}
    data = {
        "faces": {
            name: {"family": fonts.faces[face].family, "weight": fonts.faces[face].weight}
            for name, face in faces.items()
        },
        "fallback": fonts.fallback.family,
        "letters": [
            {
                "title": letter.title,
                "to": letter.to,
                "lines": [
                    {"text": line.text, "kind": line.kind.value, "kept": kept}
                    for line, kept in zip(letter.lines, letter.kept, strict=True)
                ],
                "office": letter.office,
                "day": letter.dated,
            }
            for letter in letters
        ],
    }
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    return engine(fonts, _FOLDER).compile(_FOLDER / "letter.typ", inputs, letters[0].day)
