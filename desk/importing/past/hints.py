"""What to tell of a file beside its rows: columns not read, sheets not taken, how to go on."""

from collections.abc import Iterator

from desk.importing.past.crosses import BESIDE
from desk.importing.past.rehearsal import Page, Rehearsal

_NUMBERING = frozenset({"序号", "编号", "合计", "小计", "总计", "排名", "名次"})


def hints(found: Rehearsal) -> Iterator[str]:
    """Sentences on what was left out, and on names nobody bears."""
    left = [f"{_place(page)}{page.why}" for page in found.pages if page.why]
    if left:
        yield f"没有导入的工作表：{'；'.join(left)}。"
    if any(page.why.startswith("是汇总表") for page in found.pages):
        yield (
            '汇总表要用 --map 对照文件：写 "每格" = "条数"（或 "得分"），'
            '在 ["交叉列"] 里写每列是什么，写法见手册“导入旧台账”。'
        )
    for page in found.pages:
        if (not page.why or page.why.endswith("列")) and (columns := unread(page)):
            names = "、".join(f"“{name}”" for name in columns)
            yield (
                f"{_place(page)}没有用到的列：{names}。"
                "要用的，请改成手册里的列名，或写进 --map 对照文件。"
            )
    if found.unknown_units:
        yield "没有登记的单位：请先登记（units import），或写进对照文件的“单位对照”。"
    if found.unknown_carriers:
        yield (
            "没有登记的刊物：请先导入写着它的办法（scheme import，[[刊物]]），"
            "或写进对照文件的“刊物对照”。"
        )


def unread(page: Page) -> list[str]:
    """The headers of a sheet's columns that hold something and mean nothing."""
    head, guide = page.head, page.guide
    if head is None:
        return []
    below = page.grid.rows[head.last + 1 :]
    return [
        label
        for column, label in enumerate(head.labels)
        if label not in guide.ignored | guide.crossed.keys() | _NUMBERING
        and not (head.meaning(column) in BESIDE if guide.cell else head.meaning(column))
        and page.grid.rows[head.last][column]
        and any(row[column] for row in below)
    ]


def _place(page: Page) -> str:
    return f"“{page.grid.name}”" if page.grid.name else "表里"
