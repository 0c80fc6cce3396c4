"""The papers that go with a carry-out package: a slip to hand over, and the pass phrase apart."""

from desk.auditing import By
from desk.layout.forms import Form
from desk.office_clock import minute_words
from desk.secrecy.carrying_out import Carried

_GROUP = 8  # characters of the digest


def slip(carried: Carried, office: str, by: By) -> Form:
    """What is in the package and how to check it; the pass phrase is not on it."""
    listed = tuple(f"{at}．{title}" for at, title in enumerate(carried.titles, start=1))
    return Form(
        "加密外带（报送）交接单",
        office,
        by.today,
        meta=(f"密级：{carried.grade}", minute_words(by.now)),
        paragraphs=(
            *((f"知悉范围：{carried.readers}",) if carried.readers else ()),
            f"文件包“{carried.path.name}”，{carried.size:,} 字节，内有 {carried.files} 个文件。",
            "校验值（SHA-256），收到后请核对：",
            *_lines(carried.digest),
            "内容：",
            *listed,
            "包内文件以编号命名，000.txt 是目录。请用 7-Zip、WPS 或 360 压缩打开。",
            "口令另行告知，不得与文件包一同传送。",
        ),
        closing=("交出人：　　　　　　　接收人：", "交接时间：　　　　年　　月　　日　　时"),
        signed=(office,),
    )


def _lines(digest: str) -> tuple[str, str]:
    """A digest on two lines, in groups that two people can compare."""
    groups = [digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP)]
    half = len(groups) // 2
    return " ".join(groups[:half]), " ".join(groups[half:])


def phrase_slip(carried: Carried, phrase: str, office: str, by: By) -> Form:
    """The pass phrase, to be sent by another way than the package."""
    return Form(
        "外带包口令条",
        office,
        by.today,
        paragraphs=(
            f"文件包：{carried.path.name}",
            f"口令：{phrase}",
            "本条与文件包分开送达，用后销毁。程序不保存口令，丢失后无法打开。",
        ),
        signed=(office,),
    )
