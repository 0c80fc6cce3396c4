"""A life line on paper."""

from html import escape

from PySide6.QtGui import QTextDocument

from desk.life import Life, as_text
from desk.office_clock import minute_words
from ui import style

_ROW = "<tr><td width='20%'>{moment}</td><td width='24%'><b>{what}</b></td><td>{rest}</td></tr>"


def sheet(told: Life) -> QTextDocument:
    """The whole as a document to print."""
    title, facts, *_ = as_text(told).splitlines()
    rows = [
        _ROW.format(
            moment=minute_words(event.when),
            what=escape(event.what),
            rest=escape("　".join(filter(None, (event.who, event.detail)))),
        )
        for event in told.events
    ]
    document = QTextDocument()
    document.setHtml(
        f"<div style='font-family:{style.screen_face()};font-size:10pt'>"
        f"<h3>生平　{escape(title)}</h3><p>{escape(facts)}</p>"
        f"<table width='100%' cellpadding='4'>{''.join(rows)}</table></div>"
    )
    return document
