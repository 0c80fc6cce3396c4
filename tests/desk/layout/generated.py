"""Issues made from numbers: texts full of what is hard to break, tables, pictures, long titles."""

from dataclasses import replace
from datetime import date
from random import Random

from desk.body import Block, Body, Level, Paragraph, Picture, Run, Table
from desk.layout.content import IssueContent, ItemContent, SectionContent

_DAY = date(2026, 11, 21)
_UNITS = ("县教育局", "县农业农村局", "县人力资源和社会保障局", "青石乡", "县发展和改革局")
_WORDS = (
    *("全县", "各乡镇", "扎实推进", "高标准农田建设", "群众反映", "安全生产", "隐患排查", "增长"),
    *("同比", "其中", "完成投资", "据统计", "一是", "建议", "下一步", "重点项目", "问题整改率"),
    *("“一件事”", "《实施方案》", "（试行）", "“三个强化”", "（以下简称《办法》）", "‘回头看’"),
    *("——", "……", "：", "、", "，", "；", "。", "！", "？”", "，“", "）。", "》、《"),
    *("87.3%", "-3.6℃", "12.6万件", "3‰", "45㎡", "1,204.5万元", "￥300", "2026年11月", "№12"),
    *("PM2.5", "K1204+300", "http://www.example.gov.cn", "GDP", "5G", "±0.5%", "36°C", "20km²"),
)
_KINDS = 14  # of blocks; most are paragraphs


def made_issue(folder: str, items: list[tuple[int, int]], seed: int) -> IssueContent:
    """An issue of items that are (number, blocks); equal numbers give equal items."""
    made = tuple(_item(at, number, blocks) for at, (number, blocks) in enumerate(items, 1))
    cut = len(made) - len(made) // 3
    parts = (SectionContent("信息", made[:cut]), SectionContent("简讯", made[cut:]))
    content = IssueContent(
        folder,
        "政务信息",
        36,
        1288,
        _DAY,
        "云岭县人民政府办公室",
        tuple(part for part in parts if part.items),
        secrecy="内部资料",
        editors="张三",
        reviewer="李四",
        signer="王五",
        send_to=(
            "报：县委书记、县长，" + "县委副书记、常务副县长，" * (seed % 5) + "县政协主席。",
        ),
        copies=seed % 300,
        contents_list=seed % 4 != 0,
    )
    note = Body((Paragraph((Run(prose(Random(seed), 60)),)),)) if seed % 3 == 0 else Body()  # noqa: S311 - texts
    return replace(content, note=note)


def pictures_of(content: IssueContent, photo: bytes) -> dict[str, bytes]:
    """The same photo for every picture."""
    blocks = (
        block
        for section in content.sections
        for item in section.items
        for block in item.body.blocks
    )
    return {block.digest: photo for block in blocks if isinstance(block, Picture)}


def prose(random: Random, length: int) -> str:
    """A paragraph of about so many characters; no two marks that a writer wouldn't put together."""
    text = random.choice("今近日截")
    while len(text) < length:
        word = random.choice(_WORDS)
        joins = text[-1].isalnum() and "\u4e00" <= text[-1] <= "\u9fff"
        if word[0] in "，。、；：！？）》—…" and not joins:
            word = random.choice(("工作", "情况", "项目", "有关"))
        if word[0].isascii() and text[-1].isascii():
            word = "和" + word
        text += word
    return text.rstrip("，、；：—…“《（￥№") + "。"


def _item(at: int, number: int, blocks: int) -> ItemContent:
    random = Random(number)  # noqa: S311 - texts
    title = prose(random, random.randint(6, 44)).rstrip("。")
    units = tuple(random.sample(_UNITS, random.randint(1, 3)))
    body = Body(tuple(_block(random) for _ in range(blocks)))
    return ItemContent(title, body, units, f"k{at}")


def _block(random: Random) -> Block:
    kind = random.randrange(_KINDS)
    if kind == 0:
        return _table(random)
    if kind == 1:
        wide, high = random.randint(200, 1600), random.randint(200, 1200)
        return Picture(f"d{wide}", wide, high, random.choice(("", "图1　现场")))
    return _paragraph(kind, prose(random, random.randint(3, 240)))


def _paragraph(kind: int, text: str) -> Paragraph:
    match kind:
        case 2:
            return Paragraph((Run(f"一、{text[:18]}"),), Level.FIRST)
        case 3:
            return Paragraph((Run(f"（一）{text}"),), Level.SECOND)
        case 4:
            cut = len(text) // 2
            return Paragraph((Run(text[:cut]), Run(text[cut:], bold=True)))
        case _:
            return Paragraph((Run(text),))


def _table(random: Random) -> Table:
    columns = random.randint(1, 7)
    rows = [tuple(random.choice(("单位", "得分", "采用条数", "排名")) for _ in range(columns))]
    for _ in range(random.randint(0, 14)):
        cells = (
            random.choice((str(random.randint(1, 9999)), "—", "县教育局"))
            for _ in range(columns - 1)
        )
        rows.append((prose(random, random.randint(2, 24)), *cells))
    return Table(tuple(rows), caption=random.choice(("", "采用情况")))
