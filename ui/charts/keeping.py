"""Keep charts: in the clipboard, as files, on paper."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desk.jobs import Job, Progress
from desk.reports.charts.chart import Chart, Page, Paper
from desk.surveys.survey import Survey
from ui.charts.drawing import picture_of
from ui.dialogs import open_folder, save_path
from ui.leaving import keep_file
from ui.messages import Messages
from ui.session import Session

if TYPE_CHECKING:
    from desk.reports.figure_bytes import Format

KINDS: "dict[Format, str]" = {"png": "PNG 图片", "svg": "SVG 图形", "pdf": "PDF 文件"}
_COPIED_DPI = 200
_MM_PER_INCH = 25.4

Files = Sequence[tuple[str, bytes]]


def copied(page: Page) -> QImage:
    """The picture of a page for a document: it is pasted at the size it was drawn for."""
    image = picture_of(page, round(page.sheet.width / _MM_PER_INCH * _COPIED_DPI))
    dots_per_metre = round(_COPIED_DPI / _MM_PER_INCH * 1000)
    image.setDotsPerMeterX(dots_per_metre)
    image.setDotsPerMeterY(dots_per_metre)
    return image


def printed_on(paper: Paper) -> Paper:
    """The paper a chart is printed on: slides have no sheet of their own in a printer."""
    return paper if paper in (Paper.ACROSS, Paper.UPRIGHT) else Paper.ACROSS


def ask_place(parent: QWidget, name: str, fmt: "Format", *, one: bool) -> Path | None:
    """Ask for a file's path; for several charts, for a folder."""
    if one:
        return save_path(parent, name, f".{fmt}", KINDS[fmt])
    return open_folder(parent, "把图存到哪个文件夹")


def drawn_files(
    survey: Survey, charts: Sequence[Chart], paper: Paper, fmt: "Format", dpi: int, label: str
) -> Job[Files]:
    """Draw charts as files, step by step."""
    from desk.reports.charts.files import chart_files  # noqa: PLC0415 - brings matplotlib

    return (yield from chart_files(survey, charts, paper, fmt, dpi, label))


def placed(files: Files, place: Path, *, one: bool) -> tuple[tuple[Path, bytes], ...]:
    """Where each file goes: several pages of one chart are numbered after its name."""
    if not one:
        return tuple((place / name, data) for name, data in files)
    if len(files) == 1:
        return ((place, files[0][1]),)
    return tuple(
        (place.with_name(f"{place.stem}-{number}{place.suffix}"), data)
        for number, (_, data) in enumerate(files, 1)
    )


def write_all(session: Session, files: Sequence[tuple[Path, bytes]]) -> Job[int]:
    """Write files; returns how many."""
    for done, (path, data) in enumerate(files):
        yield Progress(done, len(files), f"正在写 {path.name}")
        keep_file(session, path, data)
    return len(files)


def may_replace(
    messages: Messages, files: Sequence[tuple[Path, bytes]], asked: Callable[[Path], bool]
) -> bool:
    """Ask before files are replaced that the file dialog did not ask about."""
    there = [path.name for path, _ in files if path.exists() and not asked(path)]
    if not there:
        return True
    told = "、".join(there[:3]) + ("等" if len(there) > 3 else "")  # noqa: PLR2004 - names enough
    return messages.ask(f"文件夹里已有 {told}，要换成新的吗？", "换成新的")
