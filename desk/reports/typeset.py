"""Pages whose template takes texts as data: lists, letters, 对照稿."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from desk.layout.fonts import GETA, Face, FontFile, Fonts
from desk.layout.pdf import engine
from desk.layout.setting import clean


def typeset(
    template: Path, faces: Mapping[str, Face], data: Mapping[str, object], day: date, fonts: Fonts
) -> bytes:
    """Print data by a template; ``faces`` are those in use, by the names it gives them.

    What no face prints becomes 〓, as PDF/A refuses it; equal input gives equal bytes.
    """
    files = {name: fonts.faces[face] for name, face in faces.items()}
    named = {name: {"family": one.family, "weight": one.weight} for name, one in files.items()}
    text = json.dumps(_cleaned(data), ensure_ascii=False)
    nowhere = {char for char in set(text) if not _printed(char, files.values(), fonts)}
    shown = json.loads(text.translate({ord(char): GETA for char in nowhere if not char.isascii()}))
    shown |= {"faces": named, "fallback": fonts.fallback.family}
    inputs = {"data": json.dumps(shown, ensure_ascii=False)}
    return engine(fonts, template.parent).compile(template, inputs, day)


def _printed(char: str, files: Iterable[FontFile], fonts: Fonts) -> bool:
    """Whether every face in use, or the one fallback that these templates know, has a character."""
    return bool(fonts.fallback.advances[char]) or all(file.advances[char] for file in files)


def _cleaned(value: object) -> object:
    """The value with every text in it as it may stand on paper."""
    match value:
        case str():
            return clean(value)
        case Mapping():
            return {key: _cleaned(one) for key, one in value.items()}
        case list() | tuple():
            return [_cleaned(one) for one in value]
        case _:
            return value
