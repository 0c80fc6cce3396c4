"""Two PDF files of the same slides: big, a page each, and small above notes.

Every slide is drawn once, as a form that pages of both show; each face is embedded once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.backends.backend_pdf import Name, Op, PdfFile, RendererPdf
from typing_extensions import override

from desk.jobs import Job, Progress
from desk.layout.sheets import chosen_pages
from desk.reports.charts.chart import Page
from desk.reports.figure_bytes import METADATA, SETTINGS

_DPI = 200  # of pictures on pages
_POINTS = 72 / 25.4  # a mm


@dataclass(frozen=True, slots=True)
class Shown:
    """Which slide is shown, its left top corner and how wide it is, in mm."""

    number: int
    left: float
    top: float
    width: float


@dataclass(frozen=True, slots=True)
class Noted:
    """A page of notes, and the slide on it, if one is."""

    page: Page
    shown: Shown | None


def slides_and_notes(slides: Sequence[Page], notes: Sequence[Noted]) -> Job[tuple[bytes, bytes]]:
    """Write both files; the same pages give the same bytes."""
    buffer = BytesIO()
    file = _SlideFile(buffer)
    for done, slide in enumerate(slides):
        yield Progress(done, len(slides), "正在写 PDF")
        file.add_slide(slide)
    for number, slide in enumerate(slides):
        file.begin(slide)
        file.show(number, 0, 0, 1)
    for note in notes:
        file.begin(note.page)
        file.draw(note.page)
        if note.shown:
            sheet = slides[note.shown.number].sheet
            scale = note.shown.width / sheet.width
            foot = note.page.sheet.height - note.shown.top - sheet.height * scale
            file.show(note.shown.number, note.shown.left, foot, scale)
    file.finish()
    both, count = buffer.getvalue(), len(slides)
    return chosen_pages(both, range(count)), chosen_pages(both, range(count, count + len(notes)))


class _SlideFile(PdfFile):
    """A PDF file whose pages show slides that stand in it once."""

    def __init__(self, buffer: BytesIO) -> None:
        with mpl.rc_context(SETTINGS):
            super().__init__(buffer, metadata=METADATA["pdf"])  # type: ignore[no-untyped-call]  # so
        self._forms: dict[Any, Any] = {}

    def add_slide(self, page: Page) -> None:
        """Draw a slide for the pages that show it."""
        number = len(self._forms)
        self.width, self.height = page.sheet.width / 25.4, page.sheet.height / 25.4
        form = self.reserveObject(f"slide {number}")  # type: ignore[no-untyped-call]  # so
        self._forms[_of(f"Slide{number}")] = form
        self.beginStream(  # type: ignore[no-untyped-call]  # so
            form.id,
            None,
            {
                "Type": _of("XObject"),
                "Subtype": _of("Form"),
                "BBox": [0, 0, page.sheet.width * _POINTS, page.sheet.height * _POINTS],
                "Resources": self.resourceObject,
            },
        )
        self.draw(page)
        self.endStream()  # type: ignore[no-untyped-call]  # so

    def begin(self, page: Page) -> None:
        """Begin a page as big as this one."""
        self.newPage(page.sheet.width / 25.4, page.sheet.height / 25.4)  # type: ignore[no-untyped-call]  # so

    def draw(self, page: Page) -> None:
        """Draw a page on the slide or page that was begun."""
        figure = page.sheet.figure
        width, height = page.sheet.width / 25.4, page.sheet.height / 25.4
        figure.set_dpi(72)
        inner = RendererPdf(self, _DPI, height, width)  # type: ignore[no-untyped-call]  # so
        renderer: Any = MixedModeRenderer(figure, width, height, _DPI, inner)  # type: ignore[no-untyped-call]  # so
        with mpl.rc_context(SETTINGS):
            figure.draw(renderer)
        renderer.finalize()

    def show(self, number: int, left: float, foot: float, scale: float) -> None:
        """Show a slide with its left bottom corner there, in mm from the page's."""
        at = scale, 0, 0, scale, left * _POINTS, foot * _POINTS, Op.concat_matrix
        self.output(Op.gsave, *at, _of(f"Slide{number}"), Op.use_xobject, Op.grestore)  # type: ignore[no-untyped-call]  # so

    def finish(self) -> None:
        """Write the rest of the file: faces and tables."""
        with mpl.rc_context(SETTINGS):
            self.finalize()  # type: ignore[no-untyped-call]  # so
        self.close()  # type: ignore[no-untyped-call]  # so

    @override
    def writeObject(self, object: Any, contents: Any) -> None:
        if object is self.XObjectObject:
            contents = contents | self._forms
        super().writeObject(object, contents)  # type: ignore[no-untyped-call]  # so


def _of(name: str) -> Name:
    return Name(name)  # type: ignore[no-untyped-call]  # matplotlib's own is untyped
