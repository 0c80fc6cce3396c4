"""What was saved from a damaged store, and what was not."""

from dataclasses import dataclass
from pathlib import Path

_SHOWN = 200  # sentences in the report


@dataclass(frozen=True, slots=True)
class SavedTable:
    """The records of one kind: how many came through, and how many at most did not."""

    name: str
    found: int
    lost: int = 0
    is_unknown: bool = False  # at the end of the table more may be missing than can be counted

    @property
    def words(self) -> str:
        """来稿：找回 120 条，最多丢失 3 条."""
        if not self.lost and not self.is_unknown:
            return f"{self.name}：{self.found} 条，全部找回"
        if self.is_unknown:
            return f"{self.name}：找回 {self.found} 条，有丢失，数目不详"
        return f"{self.name}：找回 {self.found} 条，最多丢失 {self.lost} 条"


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A store made of what could be read; ``former`` is the damaged one, as it was."""

    data: Path
    former: Path
    pages: int
    broken: int
    tables: tuple[SavedTable, ...]
    missing: tuple[str, ...] = ()  # sentences: which drafts, issues and lines

    @property
    def told(self) -> str:
        """The result in a sentence."""
        lost = [one for one in self.tables if one.lost or one.is_unknown]
        found = sum(one.found for one in self.tables)
        whole = "内容全部找回" if not lost else f"找回 {found:,} 条记录，{len(lost)} 类记录有丢失"
        return f"数据文件 {self.pages:,} 页中有 {self.broken:,} 页损坏，{whole}。"

    @property
    def report(self) -> str:
        """All of it, to be kept and gone through."""
        lines = [
            "数据抢救报告",
            "",
            self.told,
            f"损坏的原文件完整保留在：{self.former}",
            f"抢救出的数据在：{self.data}",
            "",
            "一、各类记录",
            *(one.words for one in self.tables if one.found or one.lost or one.is_unknown),
            "",
            "二、需要核对的",
            *(self.missing[:_SHOWN] or ("没有。",)),
        ]
        if len(self.missing) > _SHOWN:
            lines.append(f"……还有 {len(self.missing) - _SHOWN} 处。")
        return "\n".join([*lines, ""])
