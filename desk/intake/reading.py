"""Choose the format of a file by its content and read it."""

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import NoReturn

from desk.errors import NotReadableError
from desk.intake import formats
from desk.intake.document import ReadDocument
from desk.intake.format import Format
from desk.intake.preflight import check_name, check_size, inspect

_HEAD = 4096


@cache
def known_formats() -> tuple[Format, ...]:
    """All formats the desk reads, those proven by content first."""
    names = [module.name for module in pkgutil.iter_modules(formats.__path__)]
    found: list[Format] = [
        import_module(f"{formats.__name__}.{name}").FORMAT for name in sorted(names)
    ]
    return tuple(sorted(found, key=lambda item: not item.by_content))


def readable_suffixes() -> tuple[str, ...]:
    """The suffixes of all formats, for file dialogs and folders."""
    return tuple(suffix for item in known_formats() for suffix in item.suffixes)


def read(data: bytes, name: str) -> ReadDocument:
    """Read a file's bytes; whatever is wrong with them is a NotReadableError with a sentence."""
    check_name(name)
    check_size(len(data), name)
    chosen = _choose(data[:_HEAD], PurePath(name).suffix.lower())
    try:
        return chosen.read(data, name) if chosen else _refuse(data, name)
    except NotReadableError:
        raise
    except MemoryError as error:
        raise NotReadableError(
            f"“{name}”的内容太大，读入时内存不够，可能是有害文件。请先向报送单位核实。"
        ) from error
    except Exception as error:  # 11 kinds were seen in fuzzing (platform.md 5)
        raise NotReadableError(
            f"“{name}”的内容已损坏，读不出来。请让报送单位用 Word 或 WPS 重新保存一份再发来。"
        ) from error


def _choose(head: bytes, suffix: str) -> Format | None:
    """The format whose first bytes these are; one that has none goes by the suffix."""
    able = [item for item in known_formats() if item.accepts(head)]
    named = [item for item in able if suffix in item.suffixes]
    return next(iter([*named, *(item for item in able if item.by_content)]), None)


def _refuse(data: bytes, name: str) -> NoReturn:
    """Say what a file that no format reads really is."""
    inspect(data, name)
    known = "、".join(readable_suffixes())
    raise NotReadableError(f"“{name}”不是能读的稿件。能读的是：{known}。")
