"""Phrases (常用语): what the office inserts by a few keys."""

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desk.drafts import Kind
from desk.errors import FieldError
from desk.paths import RESOURCES

_FOLDER = RESOURCES / "phrases"
DELIVERED = "软件自带"
_LONGEST = {"name": 120, "text": 4000, "key": 20, "source": 200}
_LONGEST_NAME = 20  # of a phrase made of a selection


class Category(StrEnum):
    """What a phrase is."""

    SKELETON = "骨架"  # paragraphs with gaps to fill, by kind of information
    PHRASE = "短语"
    DOCUMENT = "文件"  # its title as name, its number (文号) as text
    LEADER = "领导"  # the person as name, the post (职务) as text


LABELS = {
    Category.SKELETON: ("名称", "内容"),
    Category.PHRASE: ("名称", "内容"),
    Category.DOCUMENT: ("文件标题", "文号"),
    Category.LEADER: ("姓名", "职务"),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase; ``key`` is the office's own abbreviation, ``day`` a document's."""

    category: Category
    name: str
    text: str = ""
    key: str = ""
    kind: Kind | None = None  # for which a skeleton is offered first
    position: int = 0
    is_active: bool = True
    source: str = ""
    day: date | None = None
    id: int = 0

    @property
    def inserted(self) -> str:
        """What is put into the text: 县长李国华, 《…的通知》（云政办发〔2026〕3号）."""
        if self.category is Category.LEADER:
            return f"{self.text}{self.name}"
        if self.category is Category.DOCUMENT:
            return f"《{self.name}》（{self.text}）" if self.text else f"《{self.name}》"
        return self.text


def tidied(phrase: Phrase) -> Phrase:
    """A phrase as it is kept. Raises FieldError for one that cannot be."""
    lines = [line.strip() for line in phrase.text.strip().splitlines()]
    name = phrase.name.strip()
    if phrase.category is Category.DOCUMENT:
        name = name.removeprefix("《").removesuffix("》")
    tidy = replace(
        phrase,
        name=name,
        text="\n".join(line for line in lines if line),
        key=phrase.key.strip().lower(),
        source=phrase.source.strip(),
    )
    named, held = LABELS[phrase.category]
    if not tidy.name:
        raise FieldError("name", f"{named}不能为空。请填写后再保存。")
    if not tidy.text and tidy.category is not Category.DOCUMENT:
        raise FieldError("text", f"{held}不能为空。请填写后再保存。")
    for field, longest in _LONGEST.items():
        length = len(getattr(tidy, field))
        if length > longest:
            raise FieldError(field, f"这里有 {length} 个字，最多 {longest} 个字。请改短后再保存。")
    if " " in tidy.key or "\u3000" in tidy.key:
        raise FieldError("key", "简码中间不能有空格。请改成连着的字母、数字或汉字。")
    return tidy


def of_selection(text: str) -> Phrase:
    """A new phrase made of words that stand in a text."""
    name = text.strip().splitlines()[0][:_LONGEST_NAME]
    return Phrase(Category.PHRASE, name, text)


def delivered() -> list[Phrase]:
    """The phrases the desk comes with, by category."""
    found = []
    for category, name in ((Category.SKELETON, "skeletons"), (Category.PHRASE, "phrases")):
        data = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
        for position, entry in enumerate(data["phrase"]):
            kind = Kind(entry["kind"]) if "kind" in entry else None
            found.append(
                tidied(
                    Phrase(
                        category, entry["name"], entry["text"], entry.get("key", ""), kind,
                        position, source=entry.get("source", DELIVERED),
                    )
                )
            )  # fmt: skip
    return found
