"""The pack's own papers: what is in it, of which figures, and the checksums of all."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from desk.office_clock import minute_words
from desk.packs.part import Material, Part
from desk.surveys.changed import changes_told
from desk.whole_folder import Written

README, MANIFEST, SUMS = "说明.txt", "清单.json", "校验值.sha256"
_BOM = "\ufeff"  # or the notepad of old systems takes it for GBK


@dataclass(frozen=True, slots=True)
class Filled:
    """A part with the files that were written for it."""

    part: Part
    files: tuple[Written, ...]


def warnings(material: Material) -> tuple[str, ...]:
    """What whoever uses the pack should know of its figures, in sentences."""
    survey = material.survey
    found = []
    if survey.closing is None:
        found.append(
            f"{survey.stretch.name}还没有结账，数还会变。请先在“考核 → 结账”里结账，再出会议材料。"
        )
    if told := changes_told(survey):
        found.append(told)
    found += [one for one in material.bulletin.warnings if "结账" not in one and "过完" not in one]
    if survey.stretch.last > survey.today:
        found.append(f"{survey.stretch.name}还没有结束，材料里是到{survey.today}为止的数。")
    if not survey.table.schemes:
        found.append("这段时间没有生效的计分办法，得分都是 0。")
    return tuple(found)


def readme(material: Material, parts: Sequence[Filled]) -> bytes:
    """What the folder holds and how to check it, in Chinese."""
    survey = material.survey
    count = sum(len(one.files) for one in parts)
    lines = [
        f"{survey.office}{survey.stretch.name}信息工作会议材料",
        "",
        f"{material.made}，共 {count} 个文件。",
        f"时段：{survey.stretch.first} 至 {survey.stretch.last}",
        f"计分办法：{'、'.join(survey.table.schemes) or '没有生效的计分办法'}",
        f"数据：{_basis(material)}",
        *(f"注意：{one}" for one in warnings(material)),
        "",
        *(f"{one.part.folder}（{len(one.files)} 个文件）：{one.part.tells}" for one in parts),
        "",
        f"{MANIFEST} 列出每个文件的大小和 SHA-256 校验值。",
        f"核对文件是否完整：在本文件夹里执行 sha256sum -c {SUMS}。",
        "所有文件的数字出自同一次计算；Word 文件改动以后，校验值就对不上了，以 PDF 为准。",
    ]
    return (_BOM + "\r\n".join([*lines, ""])).encode()


def manifest(material: Material, parts: Sequence[Filled]) -> bytes:
    """The same for programs; equal packs give equal bytes."""
    survey = material.survey
    told = {
        "office": survey.office,
        "period": {
            "key": survey.stretch.key,
            "name": survey.stretch.name,
            "from": survey.stretch.first.isoformat(),
            "to": survey.stretch.last.isoformat(),
        },
        "closed": survey.closing is not None,
        "figures": survey.closing.digest if survey.closing else None,
        "schemes": list(survey.table.schemes),
        "made": material.made,
        "warnings": list(warnings(material)),
        "parts": [
            {
                "part": one.part.title,
                "files": [
                    {"file": file.path, "bytes": file.size, "sha256": file.digest}
                    for file in one.files
                ],
            }
            for one in parts
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _basis(material: Material) -> str:
    closing = material.survey.closing
    if closing is None:
        return f"{material.survey.today} 现算，没有结账"
    when = minute_words(closing.when)
    return f"{closing.who}在 {when} 结账（第 {closing.generation} 次），摘要 {closing.digest}"
