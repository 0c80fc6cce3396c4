"""What the meter says: figures beside their limits, state by shape, word and colour."""

from dataclasses import dataclass

from desk.checks.office import Profile
from desk.checks.rules.style.long_sentence import LONGEST_SENTENCE
from desk.extent import Extent
from desk.fees import FeeClass
from ui import style
from ui.editor.counts import Counts


@dataclass(frozen=True, slots=True)
class Measured:
    """All that is known of a text's size now; the extent comes a moment later."""

    counts: Counts
    profile: Profile | None = None
    extent: Extent | None = None
    layout: str = ""  # by whose layout the lines are counted
    fee: FeeClass | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One figure; ``colour`` is muted where nothing is wrong."""

    text: str
    tip: str
    colour: str = style.MUTED


def parts(measured: Measured) -> dict[str, Part]:
    """The figures by name, the most needed first."""
    counts, fee = measured.counts, measured.fee
    found = {"characters": _characters(measured)}
    if measured.extent is not None:
        found["lines"] = _lines(measured.extent, measured.layout)
    is_long = counts.longest > LONGEST_SENTENCE
    found["longest"] = Part(
        f"{'▲ ' if is_long else ''}最长句 {counts.longest} 字",
        "点一下选中最长的一句",
        style.AMBER if is_long else style.MUTED,
    )
    if fee is not None:
        tip = f"稿酬：{fee.name}，{fee.yuan}（按篇幅和类型推定，以审定为准）"
        found["fee"] = Part(f"{fee.name} {fee.yuan}", "。".join(filter(None, (tip, fee.note))))
    found["paragraphs"] = _paragraphs(measured)
    found["words"] = Part(f"不计标点 {counts.words}", f"不计标点符号 {counts.words} 字")
    return found


def _characters(measured: Measured) -> Part:
    profile, count = measured.profile, measured.counts.characters
    if profile is None or not (profile.shortest or profile.longest):
        return Part(f"{count} 字", f"正文 {count} 字，标点在内；没有选定有篇幅要求的刊物栏目")
    low, high = profile.shortest, profile.longest
    span = f"{low}–{high}" if low and high else f"不少于 {low}" if low else f"不超过 {high}"
    mark, word, colour = _state(count, low, high)
    tip = f"正文 {count} 字，标点在内；{profile.name}要求 {span} 字：{word}"
    return Part(f"{mark} {count}／{span} 字 {word}", tip, colour)


def _state(count: int, low: int, high: int) -> tuple[str, str, str]:
    """A shape, a word and a colour."""
    if high and count > high:
        return "▲", f"超 {count - high}", style.RED
    if count < low:
        return "▼", f"差 {low - count}", style.AMBER
    return "✓", "合适", style.GREEN


def _lines(extent: Extent, layout: str) -> Part:
    return Part(
        f"{extent.lines} 行，占 {extent.pages} 页",
        f"{extent.lines} 行，占 {extent.pages} 页（每页 {extent.per_page} 行）：按{layout}的版式"
        "连标题、供稿排出来的",
    )


def _paragraphs(measured: Measured) -> Part:
    most, count = measured.profile.paragraphs if measured.profile else 0, measured.counts.paragraphs
    if most and count > most:
        tip = f"{count} 段，{measured.profile.name if measured.profile else ''}最多 {most} 段"
        return Part(f"▲ {count}／{most} 段", tip, style.AMBER)
    return Part(f"{count} 段", f"{count} 段" + (f"，最多 {most} 段" if most else ""))
