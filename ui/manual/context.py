"""Which chapter of the manual tells of the place where the clerk is."""

from PySide6.QtWidgets import QWidget

_PROPERTY = "chapter"


def tell_of(widget: QWidget, chapter: str) -> None:
    """Let F1 in a widget, or in something in it, open this chapter."""
    widget.setProperty(_PROPERTY, chapter)


def chapter_at(widget: QWidget | None) -> str:
    """The chapter of the nearest widget around one that has its own; "" for none."""
    while widget is not None:
        chapter = widget.property(_PROPERTY)
        if isinstance(chapter, str) and chapter:
            return chapter
        widget = widget.parentWidget()
    return ""
