"""A letter as it reads on the screen."""

from html import escape

from desk.reports.letter import Letter, LineKind
from ui import style


def html(letter: Letter) -> str:
    """Rich text with its headings and details set off."""
    lines = [f"<h3 align='center'>{escape(letter.title)}</h3>", f"<p>{escape(letter.to)}：</p>"]
    for line in letter.lines:
        text = escape(line.text)
        if line.kind is LineKind.HEADING:
            text = f"<b>{text}</b>"
        look = f"color:{style.MUTED};" if line.kind is LineKind.DETAIL else ""
        lines.append(f"<p style='margin:4px 0 4px 0;{look}'>　　{text}</p>")
    lines.append(f"<p align='right'>{escape(letter.office)}<br>{letter.dated}</p>")
    return "".join(lines)
