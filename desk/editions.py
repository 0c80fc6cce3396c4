"""The pages of an issue in each of its editions (版本), open or released, and its clean text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.compiling import content_of, label_of, pictures_of
from desk.copies import number_text
from desk.errors import NotAllowedError
from desk.freezing import thaw
from desk.issues import Issue
from desk.layout.content import IssueContent
from desk.layout.copy_numbers import number_sheet
from desk.layout.grid import PrintSize
from desk.layout.imposition import Imposition, spread_of
from desk.layout.pdf import render_pdf
from desk.layout.plain_text import issue_text, item_text
from desk.layout.preview import page_count, page_sizes
from desk.layout.styles import Template
from desk.layout.watermark import mark_sheet
from desk.settings import Settings
from desk.store import Store


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of an edition, and what they were made of; no template is the one in use."""

    pdf: bytes
    count: int
    content: IssueContent
    size: PrintSize = PrintSize.NORMAL
    template: Template | None = None

    def number_sheet(self, numbers: Sequence[int]) -> bytes:
        """A PDF with a page for each number, to be laid over the first page."""
        texts = [number_text(number) for number in numbers]
        return number_sheet(self.pdf, self.content, texts, template=self.template, size=self.size)

    def mark_sheet(self, texts: Sequence[str], way: Imposition) -> bytes:
        """A PDF with a page for each watermark, to be laid over the sides."""
        spread = spread_of(way)
        is_plain = way is Imposition.NONE
        size = page_sizes(self.pdf)[0] if is_plain else (spread.width, spread.height)
        return mark_sheet(texts, size, self.content.day)


def sizes_of(issue: Issue) -> Sequence[PrintSize]:
    """The editions an issue can be printed in: large ones need its data."""
    return list(PrintSize) if issue.data or not issue.is_frozen else [PrintSize.NORMAL]


def pages_of(
    store: Store, issue_id: int, settings: Settings, size: PrintSize = PrintSize.NORMAL
) -> Pages:
    """An edition of an issue; of a released one the very pages, or others from its kept data.

    Raises NotAllowedError where a released issue has no data.
    """
    with store.read() as work:
        issue = work.issues.get(issue_id)
        if size not in sizes_of(issue):
            raise NotAllowedError(
                f"{label_of(issue)}是早先印发的，没有留下排版数据，印不了大字版。请印正常版。"
            )
        kept = thaw(work.files.get(issue.data)) if issue.data else None
        content = kept.content if kept else content_of(work, issue, settings)
        pictures = pictures_of(work, content)
        frozen = work.files.get(issue.pdf) if issue.is_frozen else b""
    with TemporaryDirectory() as folder:
        template = kept.template(Path(folder)) if kept else None
        if frozen and size is PrintSize.NORMAL:
            return Pages(frozen, page_count(frozen), content, size, template)
        made = render_pdf(content, pictures, template=template, size=size)
        return Pages(made.pdf, made.page_count, content, size, template)


def text_of(store: Store, issue_id: int, settings: Settings, key: str = "") -> str:
    """The clean text of an issue, or of the item of a key alone."""
    with store.read() as work:
        issue = work.issues.get(issue_id)
        kept = thaw(work.files.get(issue.data)) if issue.data else None
        content = kept.content if kept else content_of(work, issue, settings)
    with TemporaryDirectory() as folder:
        template = kept.template(Path(folder)) if kept else None
        if key:
            return item_text(content, key, template=template)
        return issue_text(content, template=template)
