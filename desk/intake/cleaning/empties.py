"""Paragraphs without a character."""

from desk.body import Body, Paragraph
from desk.intake.cleaning.edits import Step


def clean(body: Body) -> tuple[Body, int]:
    """Drop empty paragraphs: the page sets its own distances."""
    kept = tuple(
        block for block in body.blocks if not isinstance(block, Paragraph) or block.text.strip()
    )
    count = len(body.blocks) - len(kept)
    return (Body(kept), count) if count else (body, 0)


STEP = Step("去掉空行", "处", clean)
