"""A scheme as a TOML file that people write and read."""

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from itertools import chain
from pathlib import Path

from desk.errors import NotReadableError
from desk.scoring.schemes.coding import SchemeFormatError, decode, encode
from desk.scoring.schemes.rows import SchemeFile

LARGEST = 2_000_000  # bytes; the longest real method has some hundred lines
_TOKEN = re.compile(
    r"""(?P<kept>\"\"\"(?:\\.|[^\\])*?\"\"\"|'''.*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|["'][^\n]*)"""
    r"|“(?P<curly>[^”\n]*)”|(?P<wide>[＝［］｛｝，])|(?P<bare>[^\s=\[\]{},.#\"'“”＝［］｛｝，]+)",
    re.DOTALL,
)
_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_NARROW = dict(zip("＝［］｛｝，", "=[]{},", strict=True))
_AT = re.compile(r"\(at line (\d+), column \d+\)")
_UNREADABLE = (
    "不合 TOML 的写法。一行写一项：键 = 值；"
    "文字加引号，几个值写在 [ ] 里用逗号分开，条件写在 { } 里。"
)
_WHY = (
    ("Cannot overwrite", "同一个键写了两次。请去掉一个，或另起一行 [[表名]]。"),
    ("Cannot declare", "同一张表写了两种写法。请都写成 [[表名]]。"),
    ("Cannot mutate", "同一张表写了两种写法。请都写成 [[表名]]。"),
    ("Duplicate inline table key", "条件里同一项写了两次。请把几个值写在 [ ] 里。"),
    ("Unterminated string", "引号没有成对。"),
    ("Illegal character", "引号没有在同一行里成对，或有看不见的控制字符。"),
    ("Unclosed array", "方括号没有成对。"),
    ("Unclosed inline table", "花括号没有在同一行里成对。"),
    ("Invalid date", "日期不对。请写成 2026-01-01 的样子。"),
    ("Expected newline", "一行只能写一项；值后面多了东西。"),
    ("Expected '=' after a key", "键后面缺等号。"),
)
_HEAD = "# 计分办法，信息编报台导出。写法见使用手册“计分办法：怎样算”。\n"


def read_file(path: Path) -> SchemeFile:
    """The scheme a file holds; raises SchemeFormatError or NotReadableError."""
    data = path.read_bytes()
    if len(data) > LARGEST:
        raise NotReadableError(f"“{path.name}”太大，不像计分办法的文件。请选别的文件。")
    try:
        return load(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    try:
        return load(data.decode("gb18030"))
    except UnicodeDecodeError as error:
        raise NotReadableError(
            f"“{path.name}”的文字编码认不出来。请用记事本另存为 UTF-8 编码再导入。"
        ) from error


def load(text: str) -> SchemeFile:
    """The scheme that TOML tells of; Chinese keys may stand without quotes."""
    try:
        return decode(tomllib.loads(with_quotes(text), parse_float=Decimal))
    except tomllib.TOMLDecodeError as error:
        raise SchemeFormatError([_sentence(str(error), text)]) from error
    except RecursionError as error:
        raise SchemeFormatError(["括号套得太深，读不懂。请照手册的样子写。"]) from error
    except ValueError as error:  # of a number with thousands of digits
        raise SchemeFormatError(["有一个数长得读不了。请写成 10、0.5、-2 的样子。"]) from error


def dump(file: SchemeFile) -> str:
    """The scheme as TOML, the same bytes for the same scheme."""
    data = encode(file)
    head = {key: value for key, value in data.items() if not _is_table(value)}
    rows = (
        f'\n[["{name}"]]\n{_lines(row)}'
        for name, held in data.items()
        if isinstance(held, list) and name not in head
        for row in held
    )
    return "".join(chain([_HEAD, _lines(head)], rows))


def _is_table(value: object) -> bool:
    return isinstance(value, list) and isinstance(value[0], Mapping)


def _lines(row: Mapping[str, object]) -> str:
    return "".join(f"{_leaf(key)} = {_value(value)}\n" for key, value in row.items())


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return (
            "{ " + ", ".join(f"{_leaf(key)} = {_value(one)}" for key, one in value.items()) + " }"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return _leaf(value)


def _leaf(value: object) -> str:
    import tomli_w  # noqa: PLC0415 - only where a file is written

    return tomli_w.dumps({"k": value}).removeprefix("k = ").removesuffix("\n")


def with_quotes(text: str) -> str:
    """The text with Chinese words, marks and dates outside strings as TOML wants them."""
    return _TOKEN.sub(_as_toml, text.replace("\r\n", "\n"))


def _as_toml(found: re.Match[str]) -> str:
    if found["kept"] is not None:
        return found["kept"]
    if found["wide"]:
        return _NARROW[found["wide"]]
    if found["curly"] is not None:
        return _basic(found["curly"])
    if day := _DAY.fullmatch(found["bare"]):
        return f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}"
    return found["bare"] if found["bare"].isascii() else _basic(found["bare"])


def _basic(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _sentence(message: str, text: str) -> str:
    """What TOML's reader complains of, in Chinese and with the line it stands in."""
    found = _AT.search(message)
    lines = text.splitlines()
    number = int(found[1]) if found else len(lines)
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    why = next((words for sign, words in _WHY if sign in message), _UNREADABLE)
    return f"第 {number} 行“{line}”：{why}"
