"""The parts of the pack, in the order of a meeting."""

from desk.jobs import Job, Progress
from desk.packs.part import Files, Material, Part


def _charts(material: Material) -> Job[Files]:
    from desk.reports.charts.catalogue import CHARTS  # noqa: PLC0415 - brings matplotlib
    from desk.reports.charts.chart import Paper  # noqa: PLC0415 - as above
    from desk.reports.charts.files import chart_files  # noqa: PLC0415 - as above

    return (
        yield from chart_files(material.survey, CHARTS, Paper.ACROSS, "pdf", 200, material.label)
    )


def _evidence(material: Material) -> Job[Files]:
    from desk.reports.evidence import evidence  # noqa: PLC0415 - what prints is loaded on use
    from desk.reports.register import register_pdf  # noqa: PLC0415 - as above
    from desk.reports.score_table import score_workbook  # noqa: PLC0415 - brings openpyxl

    name = f"{material.label} 计分依据"
    yield Progress(0, 2, "正在排计分依据")
    pdf = register_pdf(evidence(material.survey, material.made))
    yield Progress(1, 2, "正在写得分明细")
    return (f"{name}.pdf", pdf), (f"{name}.xlsx", score_workbook(material.survey.table))


PARTS = (
    Part("charts", "2 图表", "图表", "各种图，A4 横向，一份 PDF。", _charts),
    Part(
        "evidence",
        "5 计分依据",
        "计分依据",
        "每个单位的每一分：哪天、哪篇、哪个刊物、按哪一条。",
        _evidence,
    ),
)
