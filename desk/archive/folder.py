"""What the folder for the archives holds beside the issues: names, list, checksums, readme."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.archive.printed import Shelved
from desk.dates import full_date
from desk.reports.plain_csv import csv_bytes
from desk.whole_folder import Written, cut, safe_name

LIST, SUMS, INDEX, README = "清单.csv", "校验值.sha256", "目录.xlsx", "说明.txt"
_LONGEST_PART = 150  # bytes, 3 for each character: the number must still fit into the name
_BOM = "\ufeff"  # or Excel takes the list for GBK
_HEADS = (
    *("文件", "刊物", "期号", "状态", "印发日期", "条数", "页数", "份数", "保管期限"),
    *("大小（字节）", "SHA-256"),
)


@dataclass(frozen=True, slots=True)
class Filed(Written):
    """A file of the folder; ``row`` is the issue it holds."""

    publication: str = ""
    row: Shelved | None = None


def short_name(publication: str) -> str:
    """A publication's name cut so that its number still fits into the name of a file."""
    return cut(publication, _LONGEST_PART)


def file_stem(publication: str, row: Shelved) -> str:
    """The name of an issue's files: 《政务信息》2026年第036期, its kind and state behind it."""
    corrected = f"（更正{row.revision}）" if row.revision else ""
    withdrawn = f"（{row.state}）" if row.state in ("已撤销", "已更正") else ""
    number = f"{row.label}第{row.number:03}期"
    return safe_name(
        f"《{short_name(publication)}》{row.year or row.day.year}年{number}{corrected}{withdrawn}"
    )


def list_csv(files: Sequence[Filed]) -> bytes:
    """The list of files, for Excel and for other programs."""
    return csv_bytes([_HEADS, *((*_told(one), one.size, one.digest) for one in files)])


def readme(
    office: str, year: int, files: Sequence[Filed], left_out: Sequence[str], day: date
) -> bytes:
    """What the folder is, how to read and to check it, in Chinese."""
    by_publication: dict[str, list[Shelved]] = {}
    for one in files:
        if one.row and one.path.endswith(".pdf"):
            by_publication.setdefault(one.publication, []).append(one.row)
    count = sum(map(len, by_publication.values()))
    lines = [
        f"{office}{year}年刊物归档",
        "",
        f"导出日期：{full_date(day)}",
        f"共 {len(by_publication)} 种刊物，{count} 期，{len(files)} 个文件。",
        *(_summary(name, held) for name, held in by_publication.items()),
        "",
        "一、每种刊物一个文件夹，每期两个文件：PDF 是印发时定版的文件（PDF/A-2b），",
        "    Word 文件（.docx）是同一版面的可编辑件。两者都与印发时一字不差。",
        "二、文件名带“（已撤销）”的已经撤销，带“（已更正）”的后来有更正，带“（更正1）”的是更正后的一期，都照原样保存。",
        f"三、{INDEX} 是年度目录，每种刊物一张表：期号、日期、标题、供稿单位、栏目、页码。",
        f"四、{LIST} 列出每个文件的大小、SHA-256 校验值和保管期限。",
        f"五、核对文件是否完整：在本文件夹里执行 sha256sum -c {SUMS}，",
        "    或者在信息编报台里重新导出后比较两份清单。",
    ]
    if left_out:
        lines += ["", "以下各期没有定版文件，没有导出：", *(f"    {name}" for name in left_out)]
    return (_BOM + "\r\n".join([*lines, ""])).encode()


def _summary(name: str, rows: Sequence[Shelved]) -> str:
    withdrawn = sum(row.state == "已撤销" for row in rows)
    corrected = sum(bool(row.revision) for row in rows)
    told = [f"{len(rows)} 期"]
    told += [f"已撤销 {withdrawn} 期"] if withdrawn else []
    told += [f"更正 {corrected} 期"] if corrected else []
    kept = "、".join(sorted({row.retention.value for row in rows}))
    return f"    《{name}》{'，'.join(told)}，保管期限{kept}"


def _told(one: Filed) -> tuple[object, ...]:
    row = one.row
    if row is None:
        return (one.path, "", "", "", "", "", "", "", "")
    facts = (row.numbered, row.state, row.day.isoformat(), row.items, row.pages, row.copies)
    return (one.path, one.publication, *facts, row.retention.value)
