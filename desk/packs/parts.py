"""The parts of the pack, in the order of a meeting; what they need is loaded where they run."""

from desk.jobs import finish
from desk.packs.part import Files, Material, Part


def _bulletin(material: Material) -> Files:
    name = f"{material.label} 通报"
    pdf, docx = material.bulletin.files()
    return (f"{name}.docx", docx), (f"{name}.pdf", pdf)


def _charts(material: Material) -> Files:
    from desk.reports.charts.catalogue import CHARTS  # noqa: PLC0415 - brings matplotlib
    from desk.reports.charts.chart import Paper  # noqa: PLC0415 - as above
    from desk.reports.charts.files import chart_files  # noqa: PLC0415 - as above

    return finish(chart_files(material.survey, CHARTS, Paper.ACROSS, "pdf", 200, material.label))


def _tables(material: Material) -> Files:
    from desk.reports.statistics.exporting import all_tables  # noqa: PLC0415 - brings openpyxl

    return ((f"{material.label} 统计表.xlsx", all_tables(material.survey, material.layouts)),)


def _letters(material: Material) -> Files:
    from desk.notices.printing import letter_files  # noqa: PLC0415 - the engine is loaded on use

    return finish(letter_files(material.survey, material.letters, material.label))


def _evidence(material: Material) -> Files:
    from desk.reports.evidence import evidence  # noqa: PLC0415 - what prints is loaded on use
    from desk.reports.register import register_pdf  # noqa: PLC0415 - as above
    from desk.reports.score_table import score_workbook  # noqa: PLC0415 - brings openpyxl

    name = f"{material.label} 计分依据"
    pdf = register_pdf(evidence(material.survey, material.made))
    return (f"{name}.pdf", pdf), (f"{name}.xlsx", score_workbook(material.survey.table))


def _deck(material: Material) -> Files:
    from desk.reports.charts.chart import Paper  # noqa: PLC0415 - brings matplotlib
    from desk.reports.deck import deck_files  # noqa: PLC0415 - as above
    from desk.reports.decks.plan import default_plan  # noqa: PLC0415 - as above

    survey, label = material.survey, material.label
    plan = default_plan(survey.stretch.span)
    deck, notes = finish(deck_files(survey, plan, Paper.WIDE))
    return (f"{label} 投影.pdf", deck), (f"{label} 讲稿.pdf", notes)


PARTS = (
    Part(
        "bulletin",
        "1 通报",
        "通报",
        "通报正文和附件，Word 和 PDF；“通报”里写好的用写好的，没有写的现写。",
        _bulletin,
        8,
    ),
    Part("charts", "2 图表", "图表", "各种图，A4 横向，一份 PDF。", _charts, 7),
    Part("tables", "3 统计表", "统计表", "各种版式的统计表，Excel，带图。", _tables, 3),
    Part(
        "letters",
        "4 函件",
        "函件",
        "主任会材料（一页）、致主要负责人的函、表扬函、各单位排名单。",
        _letters,
        5,
    ),
    Part(
        "evidence",
        "5 计分依据",
        "计分依据",
        "每个单位的每一分：哪天、哪篇、哪个刊物、按哪一条。",
        _evidence,
        1,
    ),
    Part("deck", "6 投影", "投影", "会上投的片子（16:9）和讲稿，PDF。", _deck, 6),
)
