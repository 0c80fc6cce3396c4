"""What a template has, in words for inputs that decide nothing, and names in braces in Chinese."""

import re
from dataclasses import dataclass

from desk.errors import FieldError
from desk.layout.dressing import name_at
from desk.layout.styles import Template
from desk.publication_changes import CONTENTS_WORDS, GRID_WORDS

_LIKE_TEMPLATE = "照模板"
_BRACES = re.compile(r"\{([^{}]*)\}")
_WORDS = {
    "editors": "编辑",
    "reviewer": "审核",
    "signer": "签发",
    "copies": "印数",
    "issuer": "编发单位",
    "number": "期号",
    "total": "总期号",
    "day": "日期",
}
_KEYS = {word: key for key, word in _WORDS.items()}
BRACED = "、".join(f"{{{word}}}" for word in _KEYS)


@dataclass(frozen=True, slots=True)
class Hints:
    """What stands in each input of 版式 where the publication leaves it to the template."""

    about: str = ""
    grid_key: str = ""
    size: str = _LIKE_TEMPLATE
    spacing: str = _LIKE_TEMPLATE
    grid: str = _LIKE_TEMPLATE
    contents: str = _LIKE_TEMPLATE
    note_label: str = ""
    tail_left: str = ""
    tail_right: str = ""


def hints_of(template: Template | None) -> Hints:
    """The hints of a template; without one nothing is known."""
    if template is None:
        return Hints()
    at = name_at(template)
    name = None if at is None else template.masthead[at]
    return Hints(
        about=template.description,
        grid_key=template.grid,
        size=_like(f"{name.size:g} 磅") if name else _LIKE_TEMPLATE,
        spacing=_like(f"{name.spacing:g} 磅") if name else _LIKE_TEMPLATE,
        grid=_like(GRID_WORDS[template.grid]),
        contents=_like(CONTENTS_WORDS[template.contents.when]),
        note_label=template.note_label,
        tail_left=in_words(template.tail.left),
        tail_right=in_words(template.tail.right),
    )


def in_words(text: str) -> str:
    """A line of the 报尾 as the clerk reads it: {编辑} for {editors}."""
    return _BRACES.sub(lambda found: f"{{{_WORDS.get(found[1], found[1])}}}", text)


def as_kept(name: str, text: str) -> str:
    """A line of the 报尾 as templates write it. Raises FieldError at ``name``."""
    for word in _BRACES.findall(text):
        if word not in _KEYS and word not in _WORDS:
            raise FieldError(name, f"不认识{{{word}}}。花括号里只能写：{'、'.join(_KEYS)}。")
    return _BRACES.sub(lambda found: f"{{{_KEYS.get(found[1], found[1])}}}", text.strip())


def _like(what: str) -> str:
    return f"{_LIKE_TEMPLATE}（{what}）"
