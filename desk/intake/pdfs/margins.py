"""Tell page headers, footers and page numbers from the text."""

import re
from collections import Counter

from desk.intake.pdfs.lines import Row

_DEEP = 2  # lines at each end of a page that may not belong to the text
_NUMBER = re.compile(
    r"^[\s\-—–－_·.]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/，,]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[\s\-—–－_·.]*$"
)
_NOTE = re.compile(r"^(?:[①-⑳]|[\[〔]?\d{1,2}[\]〕]?)\s*(?![\d.．、年月日])")
_SMALL = 0.85  # of the usual size
_DIGITS = re.compile(r"\d+")


def without_margins(pages: list[list[Row]]) -> tuple[list[list[Row]], list[str]]:
    """The pages without what stands at their ends again and again; and the headers found."""
    counts = Counter(key for page in pages for key in {_key(row) for row in _ends(page)})
    headers: dict[str, None] = {}
    kept = []
    for page in pages:
        repeated = {
            id(row) for row in _ends(page) if _is_margin(row, counts[_key(row)], len(pages))
        }
        texts = (row.text.strip() for row in page[:_DEEP] if id(row) in repeated)
        headers |= dict.fromkeys(text for text in texts if not _NUMBER.match(text))
        kept.append([row for row in page if id(row) not in repeated])
    return kept, list(headers)


def _ends(page: list[Row]) -> list[Row]:
    return page[:_DEEP] + page[_DEEP:][-_DEEP:]


def _key(row: Row) -> str:
    return _DIGITS.sub("0", "".join(row.text.split()))


def _is_margin(row: Row, count: int, pages: int) -> bool:
    """Whether a line is a page number, or stands on most of several pages."""
    return bool(_NUMBER.match(row.text)) or (pages > 1 and count > 1 and count > pages // 2)


def without_notes(page: list[Row], size: float) -> tuple[list[Row], list[str]]:
    """A page without the notes at its foot, set smaller than the text; and their texts."""
    start = len(page)
    while start and page[start - 1].size < _SMALL * size and "\t" not in page[start - 1].text:
        start -= 1
    notes: list[str] = []
    for row in page[start:]:
        if _NOTE.match(row.text):
            notes.append(_NOTE.sub("", row.text).strip())
        elif notes:
            notes[-1] += row.text.strip()
        else:
            return page, []
    return page[:start], notes
