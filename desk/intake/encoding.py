"""Find the encoding of a Chinese text: BOM, UTF-8, UTF-16, then GB18030 or Big5."""

import codecs
import re

from desk.errors import NotReadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = "，。、的\u3000\r\n 0123456789一年月日县市"
_WRITTEN = "，。、：的一年月日不在人是了有和大"  # the same in either script
_HAN = re.compile(r"[\u4e00-\u9fff]")
_BROKEN = re.compile("\ufffd+")
_WHOLE = 10  # Chinese characters for each broken one; another encoding leaves next to none
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_FEW = 0.01  # a text may hold a stray control character, a program holds hundreds
_PLAUSIBLE = 0.08  # measured texts hold far more of the commonest characters


def decode(data: bytes, name: str) -> str:
    """The characters of a text file; raises NotReadableError when no encoding fits."""
    marked = next((code for mark, code in _MARKS if data.startswith(mark)), None)
    for code in (marked,) if marked else ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        text = (code == "gb18030" and mended(data)) or _try(data, code)
        if text is not None and (code not in {"utf-16-le", "utf-16-be"} or _plausible(text)):
            return _likelier(text, _try(data, "cp950")) if code == "gb18030" else text
    raise NotReadableError(
        f"“{name}”的文字编码认不出来。请用记事本打开，另存为 UTF-8 编码的文本，再重新导入。"
    )


def _try(data: bytes, code: str) -> str | None:
    try:
        text = data.decode(code)
    except UnicodeDecodeError:
        return None
    controls = len(_CONTROLS.findall(text))
    return None if controls > len(text) * _FEW else text


def mended(data: bytes) -> str:
    """A UTF-8 text with a few broken characters, which are marked; empty where it is none."""
    text = data.decode("utf-8", "replace")
    is_text = len(_HAN.findall(text)) >= _WHOLE * len(_BROKEN.findall(text))
    return text if is_text else ""


def _likelier(text: str, traditional: str | None) -> str:
    """Of a text read as GB18030 and as Big5 the one with more of the commonest characters."""
    if traditional is None or _common(traditional) <= 2 * _common(text):
        return text
    return traditional


def _common(text: str) -> int:
    return sum(text.count(character) for character in _WRITTEN)


def _plausible(text: str) -> bool:
    """Whether characters that fill every Chinese page are frequent enough."""
    return sum(text.count(character) for character in _COMMON) > len(text) * _PLAUSIBLE
