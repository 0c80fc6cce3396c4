"""Letters to units as A4 pages to print."""

from desk.layout.fonts import Face, Fonts, installed_fonts
from desk.paths import RESOURCES
from desk.reports.letter import Letter
from desk.reports.typeset import typeset

_TEMPLATE = RESOURCES / "letters" / "letter.typ"
_FACES = {"title": Face.TITLE, "body": Face.FANG, "heading": Face.HEI, "detail": Face.KAI}


def letters_pdf(letters: tuple[Letter, ...], fonts: Fonts | None = None) -> bytes:
    """Print letters, each on a page of its own; needs at least one."""
    data = {
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
    return typeset(_TEMPLATE, _FACES, data, letters[0].day, fonts or installed_fonts())
