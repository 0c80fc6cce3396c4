"""The approval slip (审签单) of a draft: what is known of it, and a box for everyone who signs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desk.body import Body, Paragraph, Picture, Table
from desk.dates import full_date

LONGEST_REMARK = 200  # characters on paper; the rest stands in the program
LONGEST_OPINION = 600
LONGEST_TITLE = 160
NAME = "信息文稿审签单"


@dataclass(frozen=True, slots=True)
class Box:
    """A stage's place on the slip; ``signer`` and ``signed`` are empty until it is decided."""

    stage: str
    asked: str = ""  # who is asked to sign
    opinion: str = ""
    signer: str = ""  # who decided, with 代签 where a deputy did
    signed: date | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """All that the slip of one draft shows; an empty text leaves its field blank."""

    office: str
    title: str
    body: Body
    printed: datetime
    boxes: tuple[Box, ...]
    number: str = ""
    units: tuple[str, ...] = ()
    author: str = ""
    phone: str = ""
    kind: str = ""
    urgency: str = ""
    secrecy: str = ""
    scope: str = ""
    publication: str = ""
    lane: str = ""
    characters: int = 0
    editor: str = ""
    reviewer: str = ""
    verified: str = ""
    remark: str = ""
    key: str = ""  # the draft's id as text

    @property
    def heading(self) -> str:
        """What the form is called."""
        return f"{self.office}{NAME}"

    @property
    def attached(self) -> str:
        """What is attached beside the text itself."""
        tables = sum(isinstance(block, Table) for block in self.body.blocks)
        pictures = sum(isinstance(block, Picture) for block in self.body.blocks)
        parts = ["正文"]
        parts += [f"表格 {tables} 张"] if tables else []
        parts += [f"图片 {pictures} 幅"] if pictures else []
        return "、".join(parts)

    @property
    def fields(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The rows above the boxes, label and value, one or two in a row."""
        return (
            (("标　　题", shortened(self.title, LONGEST_TITLE)),),
            (("来稿单位", "、".join(self.units)),),
            (("作　　者", self.author), ("联系电话", self.phone)),
            (("信息类型", self.kind), ("紧急程度", self.urgency)),
            (("密　　级", self.secrecy), ("公开属性", self.scope)),
            (("拟用刊物", self.publication), ("报送层级", self.lane)),
            (
                ("字　　数", f"{self.characters} 字" if self.characters else ""),
                ("附　　件", self.attached),
            ),
            (("编　　辑", self.editor), ("核　　稿", self.reviewer)),
            (("核实情况", self.verified),),
        )

    @property
    def texts(self) -> Iterator[str]:
        """Everything it prints."""
        yield from (self.heading, self.number, self.title, self.remark)
        yield from (value for row in self.fields for _label, value in row)
        for box in self.boxes:
            yield from (box.stage, box.asked, box.opinion, box.signer)
        for block in self.body.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            else:
                yield block.caption
            if isinstance(block, Table):
                yield from (cell for row in block.rows for cell in row)


def signature(box: Box) -> str:
    """The line at the foot of a box: who signed, or the room to sign by hand."""
    if not box.signer:
        return "签名：　　　　　　　　　　年　　月　　日"
    if box.signed is None:
        return f"{box.signer}　　　　年　　月　　日"
    return f"{box.signer}　　{full_date(box.signed)}"


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, with what was left off marked."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 2] + "……"
