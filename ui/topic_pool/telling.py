"""What is told of a row chosen: short paragraphs with links into the window."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser

from ui import style
from ui.session import Session

_SCHEME = "go"


class Telling(QTextBrowser):
    """Links lead to their pages."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(style.GAP)
        self.anchorClicked.connect(self._on_link)

    def show_parts(self, parts: Iterable[str]) -> None:
        """Show paragraphs of HTML."""
        self.setHtml(f"<style>a {{ color: {style.ACCENT}; }}</style>{''.join(parts)}")

    def _on_link(self, url: QUrl) -> None:
        page, _, target = url.path().partition("/")
        self._session.go(page, int(target) if target.isdecimal() else target)


def link(words: str, page: str, target: str | int) -> str:
    """Words that lead to a page."""
    return f'<a href="{_SCHEME}:{page}/{target}">{escape(words)}</a>'


def heading(words: str) -> str:
    """The title of what is told."""
    return f'<p style="font-size:large"><b>{escape(words)}</b></p>'


def fact(label: str, html: str) -> str:
    """A labelled line; "" where there is nothing to say. ``html`` is escaped already."""
    return f'<p><span style="color:{style.MUTED}">{label}</span>　{html}</p>' if html else ""


def said(label: str, words: str) -> str:
    """A labelled line of plain words."""
    return fact(label, escape(words).replace("\n", "<br>"))


def red(words: str) -> str:
    """Words that stand out, in HTML."""
    return f'<span style="color:{style.RED}">{escape(words)}</span>'


def muted(words: str) -> str:
    """Words that stand back, in HTML."""
    return f'<span style="color:{style.MUTED}">{escape(words)}</span>'
