"""A unit's card as rich text for the screen."""

from collections.abc import Iterator
from html import escape

from desk.surveys.card import Card, CardPart
from ui import style


def card_html(card: Card, look: style.Look, note: str = "") -> str:
    """The words large, then each part under its heading; ``note`` says what is still missing."""
    words = f"<p style='font-size:{look.px(16)}px; line-height:118%'>{escape(card.words)}</p>"
    told = f"<p style='color:{style.MUTED}'>{escape(note)}</p>" if note else ""
    return words + told + "".join(_part(part, look) for part in card.parts)


def _part(part: CardPart, look: style.Look) -> str:
    head = (
        f"<p style='margin-top:{look.px(12)}px; margin-bottom:{look.px(2)}px'>"
        f"<b>{escape(part.heading)}</b></p>"
    )
    texts = [escape(line) for line in part.lines]
    if part.subjects:
        texts = [
            f"<a href='{key}' style='color:{style.ACCENT}'>{text}</a>"
            for key, text in zip(part.subjects, texts, strict=True)
        ]
    lines = "".join(
        f"<p style='margin-top:0; margin-bottom:{look.px(2)}px'>{text}</p>" for text in texts
    )
    return head + lines + "".join(_table(part, look))


def _table(part: CardPart, look: style.Look) -> Iterator[str]:
    if not part.table:
        return
    yield f"<table width='100%' cellspacing='0' cellpadding='{look.px(3)}'>"
    for row in part.table:
        is_head = not row[0]
        colour = style.MUTED if is_head else style.INK
        rule = f"border-bottom:1px solid {style.LINE};" if is_head else ""
        cells = "".join(
            f"<td align='{'right' if at else 'left'}' style='color:{colour};{rule}'>"
            f"{escape(text)}</td>"
            for at, text in enumerate(row)
        )
        yield f"<tr>{cells}</tr>"
    yield "</table>"
