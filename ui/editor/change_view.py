"""What a fix would do: the words around, what goes, what comes."""

from html import escape

from desk.comparison.model import Sort
from desk.comparison.pieces import compare_texts
from ui import style
from ui.editor.finding_rows import Place

_GONE = f"<s style='color:{style.RED};background-color:{style.RED_SOFT}'>{{}}</s>"
_COME = f"<b style='color:{style.GREEN};background-color:{style.GREEN_SOFT}'>{{}}</b>"
_LOOKS = {Sort.KEPT: "<b>{}</b>", Sort.GONE: _GONE, Sort.COME: _COME}
_WORDS = 8  # characters around; enough to know the place again


def change_html(place: Place, new: str) -> str:
    """One change in one line of rich text."""
    before, after = place.before[-_WORDS:], place.after[:_WORDS]
    words = _pieces(place.mark.excerpt, new)
    return f"{_soft(before)}{words}{_soft(after)}"


def _pieces(old: str, new: str) -> str:
    """Only the words that differ are struck out or set in; long ones stay readable so."""
    found, was_gone = [], False
    for piece in compare_texts(old, new):
        if piece.sort is Sort.COME and was_gone:
            found.append(_soft("→"))
        found.append(_LOOKS[piece.sort].format(_shown(piece.text)))
        was_gone = piece.sort is Sort.GONE
    return "".join(found)


def _soft(text: str) -> str:
    return f"<span style='color:{style.MUTED}'>{_shown(text)}</span>"


def _shown(text: str) -> str:
    return escape(text.replace("\n", "⏎"))
