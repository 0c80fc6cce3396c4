"""A guide as TOML: what --map takes, and what is remembered of a table."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desk.errors import NotFoundError, NotReadableError
from desk.importing.batches import Sort
from desk.importing.past.columns import NAMES
from desk.importing.past.guide import Cell, Guide
from desk.importing.tables import quoted
from desk.scoring.schemes.file import with_quotes

_HEAD = "# 导入对照：等号左边是意思，右边是表里的列名（几行表头用“/”连起来）。\n"


def load_guide(path: Path) -> Guide:
    """Read a mapping (--map): lines like ``"日期" = "采用时间"``, and tables for the rest."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotReadableError(
            f"对照文件“{path.name}”不是 UTF-8 编码。请另存为 UTF-8 再试。"
        ) from error
    except OSError as error:
        raise NotFoundError(f"找不到或打不开对照文件“{path.name}”。请检查路径后再试。") from error
    return parse_guide(text, f"对照文件“{path.name}”")


def parse_guide(text: str, name: str = "对照") -> Guide:
    """The guide that TOML tells of; raises NotReadableError with what is wrong."""
    try:
        data = tomllib.loads(with_quotes(text))
    except tomllib.TOMLDecodeError as error:
        raise NotReadableError(
            f'{name}不是规范的 TOML：{error}。每行应写成 "日期" = "采用时间"。'
        ) from error
    columns = {key: value for key, value in data.items() if key in NAMES and _is_text(value)}
    others = {key: value for key, value in data.items() if key not in columns}
    wrong = [key for key, value in others.items() if not _KEYS.get(key, _never)(value)]
    if wrong:
        raise NotReadableError(
            f"{name}里的{quoted(wrong)}不能用。等号左边只能是{quoted(NAMES)}，"
            f"右边是表里的列名，两边都加引号；此外还可以写{quoted(_KEYS)}，写法见手册。"
        )
    return _guide(columns, others)


def _guide(columns: Mapping[str, str], said: Mapping[str, Any]) -> Guide:
    head = said.get("表头行")
    return Guide(
        columns=columns,
        ignored=frozenset(said.get("不用", ())),
        fixed=said.get("固定值", {}),
        fill=frozenset(said.get("空格同上", ())),
        sheets=tuple(said.get("工作表", ())),
        sheet_is=said.get("工作表名", ""),
        head=(head[0], head[-1]) if head else None,
        cell=Cell(said["每格"]) if "每格" in said else None,
        crossed=said.get("交叉列", {}),
        year=said.get("年度"),
        units=said.get("单位对照", {}),
        carriers=said.get("刊物对照", {}),
        sort=Sort(said.get("表类", Sort.LEDGER)),
    )


def dump_guide(guide: Guide) -> str:
    """A guide as TOML; which drafts were found for titles is left out."""
    import tomli_w  # noqa: PLC0415 - only where a file is written

    said: dict[str, object] = {
        "表类": str(guide.sort),
        "工作表": list(guide.sheets),
        "工作表名": guide.sheet_is,
        "表头行": list(guide.head or ()),
        "年度": guide.year,
        "每格": str(guide.cell) if guide.cell else "",
        "不用": sorted(guide.ignored),
        "空格同上": sorted(guide.fill),
        **dict(guide.columns),
        "固定值": dict(guide.fixed),
        "交叉列": {label: dict(cells) for label, cells in guide.crossed.items()},
        "单位对照": dict(guide.units),
        "刊物对照": dict(guide.carriers),
    }
    return _HEAD + tomli_w.dumps({key: value for key, value in said.items() if value})


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_pairs(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _is_meanings(value: object) -> bool:
    return isinstance(value, dict) and _is_pairs(value) and set(value) <= set(NAMES)


def _is_crossed(value: object) -> bool:
    return isinstance(value, dict) and all(_is_meanings(one) for one in value.values())


def _is_head(value: object) -> bool:
    numbers = value if isinstance(value, list) else []
    return bool(numbers) and all(type(one) is int and one > 0 for one in numbers)


def _never(_value: object) -> bool:
    return False


_KEYS: Mapping[str, Callable[[object], bool]] = {
    "表类": lambda value: value in set(Sort),
    "工作表": _is_texts,
    "工作表名": lambda value: value in NAMES,
    "表头行": _is_head,
    "年度": lambda value: type(value) is int and 1900 < value < 2200,  # noqa: PLR2004 - years
    "每格": lambda value: value in set(Cell),
    "不用": _is_texts,
    "空格同上": lambda value: _is_texts(value) and set(value) <= set(NAMES),  # type: ignore[call-overload]  # a list by then
    "固定值": _is_meanings,
    "交叉列": _is_crossed,
    "单位对照": _is_pairs,
    "刊物对照": _is_pairs,
}
