"""What a fix would do: the words around, what goes, what comes."""

from difflib import SequenceMatcher
from html import escape

from ui import style
from ui.editor.finding_rows import Place

_GONE = f"<s style='color:{style.RED};background-color:{style.RED_SOFT}'>{{}}</s>"
_COME = f"<b style='color:{style.GREEN};background-color:{style.GREEN_SOFT}'>{{}}</b>"
_WORDS = 8  # characters around; enough to know the place again


def change_html(place: Place, new: str) -> str:
    """One change in one line of rich text."""
    before, after = place.before[-_WORDS:], place.after[:_WORDS]
    words = _pieces(place.mark.excerpt, new)
    return f"{_soft(before)}{words}{_soft(after)}"


def _pieces(old: str, new: str) -> str:
    """Only the characters that differ are struck out or set in; long words stay readable so."""
    found = []
    for kind, left, right, start, end in SequenceMatcher(
        a=old, b=new, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            found.append(f"<b>{_shown(old[left:right])}</b>")
            continue
        if left < right:
            found.append(_GONE.format(_shown(old[left:right])))
        if kind == "replace":
            found.append(_soft("→"))
        if start < end:
            found.append(_COME.format(_shown(new[start:end])))
    return "".join(found)


def _soft(text: str) -> str:
    return f"<span style='color:{style.MUTED}'>{_shown(text)}</span>"


def _shown(text: str) -> str:
    return escape(text.replace("\n", "⏎"))
