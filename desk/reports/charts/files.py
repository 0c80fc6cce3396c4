"""Charts as files: one for each page as PNG or SVG, one with all pages as PDF."""

from collections.abc import Iterator, Sequence

from desk.jobs import Job, Progress
from desk.reports.charts.chart import Chart, Page, Paper
from desk.reports.charts.page_bytes import page_bytes, pages_pdf
from desk.reports.figure_bytes import Format
from desk.surveys.survey import Survey

Files = tuple[tuple[str, bytes], ...]  # names and contents


def chart_files(
    survey: Survey, charts: Sequence[Chart], paper: Paper, fmt: Format, dpi: int, label: str
) -> Job[Files]:
    """Draw charts as files named by a label (2026Q3) and their title.

    PNG and SVG are a file a page, as PDF all pages are one file.
    """
    pages: list[Page] = []
    found: list[tuple[str, bytes]] = []
    for done, chart in enumerate(charts):
        yield Progress(done, len(charts), f"正在画：{chart.title}")
        drawn = chart.draw(survey, paper)
        if fmt == "pdf":
            pages.extend(drawn)
        else:
            found.extend(_page_files(f"{label} {chart.title}", drawn, fmt, dpi))
    if fmt == "pdf":
        name = charts[0].title if len(charts) == 1 else "考核图表"
        found.append((f"{label} {name}.pdf", pages_pdf(pages)))
    return tuple(found)


def numbered(name: str, count: int, suffix: str) -> tuple[str, ...]:
    """The names of the files of so many pages: 排名.png, or 排名-1.png, 排名-2.png …."""
    if count == 1:
        return (f"{name}{suffix}",)
    return tuple(f"{name}-{number}{suffix}" for number in range(1, count + 1))


def _page_files(
    name: str, pages: Sequence[Page], fmt: Format, dpi: int
) -> Iterator[tuple[str, bytes]]:
    names = numbered(name, len(pages), f".{fmt}")
    for told, page in zip(names, pages, strict=True):
        yield told, page_bytes(page, fmt, dpi)
