"""Use cases on the rules: their levels, the office's word lists, words kept for ever."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desk.auditing import By
from desk.auditing import note as record
from desk.checking import merged
from desk.checks.catalogue import catalogue
from desk.checks.lexicon import GAP, Entry, default_entries, word_lists
from desk.checks.office import Level
from desk.checks.rule import Rule
from desk.drafts import Waiver
from desk.errors import FieldError
from desk.outcomes import Outcome
from desk.store import Store, Work

LEVELS = {
    Level.ERROR: "错误",
    Level.WARNING: "提醒",
    Level.INFO: "提示",
    Level.OFF: "不检查",
}
_SHORTEST, _LONGEST = 2, 120  # characters of a listed word
_LINES = {"note": ("说明", 200), "source": ("依据", 200)}


@dataclass(frozen=True, slots=True)
class RuledRule:
    """A rule with what the office has made of it; ``level`` is None where nothing was set.

    ``publication_id`` says whose level it is, 0 the office's.
    """

    rule: Rule
    level: Level | None
    outcome: Outcome
    publication_id: int = 0

    @property
    def code(self) -> str:
        """What the level is kept under."""
        return self.rule.code

    @property
    def name(self) -> str:
        """What the rule is called."""
        return self.rule.name

    @property
    def effective(self) -> Level:
        """The level it has."""
        return self.level or Level(self.rule.severity.value)


@dataclass(frozen=True, slots=True)
class ListedWord:
    """A word of a list; ``delivered`` is what the list came with, None for the office's own."""

    entry: Entry
    delivered: Entry | None = None

    @property
    def is_own(self) -> bool:
        """Whether the office has added or changed it."""
        return self.entry != self.delivered


def rules_with(
    levels: Mapping[str, Level], outcomes: Mapping[str, Outcome], publication_id: int = 0
) -> list[RuledRule]:
    """All rules with what the office, or a publication, has made of them."""
    return [
        RuledRule(rule, levels.get(code), outcomes.get(code, Outcome()), publication_id)
        for code, rule in catalogue().items()
    ]


def set_levels(
    store: Store, publication_id: int, codes: Sequence[str], level: Level | None, *, by: By
) -> dict[str, Level | None]:
    """Set rules to a level, None to the catalogue's own; returns the levels they had."""
    with store.begin() as work:
        before = work.rulebook.levels(publication_id)
        for code in codes:
            work.rulebook.set_level(publication_id, code, level)
        said = LEVELS[level] if level else "恢复默认"
        record(work, by, "设置规则级别", f"rules:{publication_id}", f"{'、'.join(codes)}：{said}")
        return {code: before.get(code) for code in codes}


def words_of(work: Work, code: str) -> list[ListedWord]:
    """A list with the office's changes, by word."""
    return words_with(work.rulebook.words(), code)


def words_with(own: Iterable[Entry], code: str) -> list[ListedWord]:
    """A list as delivered with the office's entries of it, by word."""
    delivered = {one.word: one for one in default_entries() if one.list == code}
    found = merged(delivered.values(), (one for one in own if one.list == code))
    listed = [ListedWord(entry, delivered.get(entry.word)) for entry in found]
    return sorted(listed, key=lambda one: one.entry.word)


def save_word(store: Store, entry: Entry, *, by: By, former: str = "") -> Entry:
    """Add or change a word of a list; ``former`` is the word it stood under. Raises FieldError."""
    tidy = tidied(entry)
    with store.begin() as work:
        if former and former != tidy.word:
            _give_up(work, tidy.list, former)
        if tidy.word != former and any(
            one.entry.word == tidy.word and one.entry.is_active for one in words_of(work, tidy.list)
        ):
            raise FieldError("word", f"“{tidy.word}”已经在这张词表里。请直接修改原来的一条。")
        work.rulebook.save_word(tidy)
        what = "修改词表" if former else "新增词"
        state = "" if tidy.is_active else "（停用）"
        name = word_lists()[tidy.list].name
        record(work, by, what, f"words:{tidy.list}", f"{name}：{tidy.word}{state}")
        return tidy


def remove_word(store: Store, code: str, word: str, *, by: By) -> None:
    """Take a word out of a list: the office's own goes, a delivered one is switched off."""
    with store.begin() as work:
        _give_up(work, code, word)
        record(work, by, "移出词表", f"words:{code}", f"{word_lists()[code].name}：{word}")


def restore_word(store: Store, code: str, word: str, *, by: By) -> None:
    """Bring a delivered word back as it came."""
    with store.begin() as work:
        work.rulebook.delete_word(code, word)
        record(work, by, "恢复词表默认", f"words:{code}", f"{word_lists()[code].name}：{word}")


def _give_up(work: Work, code: str, word: str) -> None:
    delivered = next((e for e in default_entries() if (e.list, e.word) == (code, word)), None)
    if delivered is None:
        work.rulebook.delete_word(code, word)
    else:
        work.rulebook.save_word(replace(delivered, is_active=False))


def tidied(entry: Entry) -> Entry:
    """An entry without stray blanks. Raises FieldError saying which column is wrong."""
    word = "".join(entry.word.split())
    fixed = word.replace(GAP, "")
    if len(fixed) < _SHORTEST or word.startswith(GAP) or len(word) > _LONGEST:
        raise FieldError(
            "word", f"“{word}”不能作词条：要有 {_SHORTEST}～{_LONGEST} 个字，不能以“{GAP}”开头。"
        )
    instead = tuple(dict.fromkeys(filter(None, (one.strip() for one in entry.instead))))
    if word in instead:
        raise FieldError("instead", f"“{word}”改为它自己，等于没有改。请写正确的写法，或者留空。")
    unless = tuple(dict.fromkeys(filter(None, (one.strip() for one in entry.unless))))
    wrong = next((one for one in unless if fixed not in one and GAP not in word), "")
    if wrong:
        raise FieldError("unless", f"除外的“{wrong}”里没有“{word}”。请写含有这个词的更长的词。")
    note, source = _line("note", entry.note), _line("source", entry.source)
    return replace(entry, word=word, instead=instead, unless=unless, note=note, source=source)


def _line(name: str, text: str) -> str:
    label, longest = _LINES[name]
    line = " ".join(text.split())
    if len(line) > longest:
        raise FieldError(name, f"{label}太长，最多 {longest} 个字。")
    return line


def own_word(code: str, word: str, day: date) -> Entry:
    """A new entry of a list as the office begins it."""
    return Entry(code, word, source="本单位", day=day)


def drop_kept(store: Store, waiver: Waiver, *, by: By) -> None:
    """Show words as findings again in every draft."""
    with store.begin() as work:
        work.rulebook.unkeep(waiver.rule, waiver.excerpt)
        record(work, by, f"取消永久保留 {waiver.rule}", "words:kept", waiver.excerpt)


def keep_again(store: Store, waiver: Waiver, *, by: By) -> None:
    """Take back ``drop_kept``."""
    with store.begin() as work:
        work.rulebook.keep(waiver)
        record(work, by, f"永久保留 {waiver.rule}", "words:kept", waiver.excerpt)
