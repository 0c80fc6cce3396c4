"""Hold a passage against the ledger: what was changed by hand, what by later facts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from desk.bulletins.differences import Change, Reader, Sort, Token, aligned, changes, figures
from desk.bulletins.passage import Flag, FlagKind, Passage

_LONGEST = 60


class Check:
    """One passage beside what the ledger writes now; None: it would write nothing."""

    def __init__(self, passage: Passage, fresh: Passage | None, reader: Reader) -> None:
        self._passage = passage
        self._fresh = fresh
        self._old = reader.tokens(passage.written)
        self._now = reader.tokens(passage.text)
        self._new = reader.tokens(fresh.written) if fresh else []
        self._later = _since(self._old, self._new) if fresh else []
        self._places = _certain(self._old, self._now)

    def flags(self) -> list[Flag]:
        """Its flags by their places."""
        if not self._passage.text:
            return []
        found = [*self._by_hand(), *self._by_data()]
        return sorted(found, key=lambda one: (one.start, one.end, one.kind))

    def updated(self) -> Passage | None:
        """The passage with the ledger's figures put in; None where one cannot be placed."""
        if self._fresh is None or not self._passage.edited:
            return self._fresh
        if not self._later or _bare(self._old) != _bare(self._new):
            return None
        text, fresh = self._passage.text, self._fresh
        moves = [(one.old, one.new) for one in self._later if one.old and one.new]
        if any(old.start not in self._places for old, _new in moves):
            return None
        for old, new in sorted(moves, key=lambda one: -self._places[one[0].start]):
            at = self._places[old.start]
            text = text[:at] + new.text + text[at + len(old.text) :]
        return Passage(self._passage.key, text, fresh.written, fresh.level, fresh.figures)

    def _by_hand(self) -> Iterator[Flag]:
        """What the clerk wrote where the ledger says something else, or nothing."""
        if not self._passage.written:
            yield from map(self._unchecked, _numbers_and_units(figures(self._now)))
            return
        now = {one.old.start: one.new for one in self._later if one.old and one.new}
        for change in changes(self._old, self._now):
            if change.new is None:
                continue
            if change.old and self._is_figure(change.old):
                ledger = now.get(change.old.start, change.old)
                if ledger.same != change.new.same:
                    yield self._changed(change.new, ledger)
            elif change.new.sort is Sort.UNIT and not self._knows(change.new):
                yield self._stranger(change.new)
            elif change.new.sort is Sort.NUMBER:
                yield self._unchecked(change.new)

    def _is_figure(self, token: Token) -> bool:
        """Whether a piece of what was written came from the ledger."""
        held = self._passage.figures
        return any(one.start < token.end and token.start < one.end for one in held)

    def _knows(self, token: Token) -> bool:
        """Whether a unit that was put in stands in what was written: then it only moved."""
        return any(one.same == token.same for one in self._old)

    def _changed(self, said: Token, ledger: Token) -> Flag:
        told = f"手改：这里写的是“{said.text}”，台账是“{ledger.text}”。请核对，或改回台账的数。"
        return self._flag(FlagKind.HAND, said, ledger.text, told)

    def _stranger(self, said: Token) -> Flag:
        """A unit that the ledger does not name here."""
        names = any(one.sort is Sort.UNIT and self._is_figure(one) for one in self._old)
        if not names:
            return self._unchecked(said)
        told = f"手改：台账在这一段里没有“{said.text}”。请核对这个单位该不该写在这里。"
        return self._flag(FlagKind.HAND, said, "", told)

    def _unchecked(self, said: Token) -> Flag:
        told = f"未核对：“{said.text}”是自己写的，没有台账可对。请自行核实。"
        return self._flag(FlagKind.UNCHECKED, said, "", told)

    def _flag(self, kind: FlagKind, said: Token, ledger: str, told: str) -> Flag:
        return Flag(self._passage.key, kind, said.start, said.end, said.text, ledger, told)

    def _by_data(self) -> Iterator[Flag]:
        """What the ledger says differently since the passage was written."""
        passage, fresh = self._passage, self._fresh
        if not passage.written or (fresh and fresh.written == passage.written):
            return
        if fresh is None:
            told = "数据已变：按现在的台账，这一段没有内容可写。请核对后删去或改写。"
            yield Flag(passage.key, FlagKind.CHANGED, 0, len(passage.text), passage.text, "", told)
            return
        updates = self.updated() is not None
        pairs = [(one.old, one.new) for one in self._later if one.old and one.new]
        if len(pairs) == len(self._later) and _bare(self._old) == _bare(self._new):
            yield from self._replaced(pairs, updates=updates)
        else:
            told = f"数据已变：按现在的台账，这一段应为：{_short(fresh.written)}"
            said = passage.text
            yield Flag(
                passage.key, FlagKind.CHANGED, 0, len(said), said, fresh.written, told, updates
            )

    def _replaced(self, pairs: Sequence[tuple[Token, Token]], *, updates: bool) -> Iterator[Flag]:
        """A flag for each figure that is another now; those typed in already need none."""
        typed = {
            one.old.start: one.new.same
            for one in changes(self._old, self._now)
            if one.old and one.new
        }
        for old, new in pairs:
            if typed.get(old.start) == new.same:
                continue
            told = f"数据已变：写的时候是“{old.text}”，现在台账是“{new.text}”。"
            at = self._places.get(old.start)
            if at is None:
                told += "正文里找不到原来的数，请对照着改。"
            start, end = (0, 0) if at is None else (at, at + len(old.text))
            yield Flag(
                self._passage.key, FlagKind.CHANGED, start, end, old.text, new.text, told, updates
            )


def missing(fresh: Passage) -> Flag:
    """A passage that the ledger writes and that the bulletin has not: taken out, or new."""
    told = f"未核对：按现在的台账和模板还有这一段，正文里没有：{_short(fresh.text)}"
    return Flag(fresh.key, FlagKind.UNCHECKED, 0, 0, "", fresh.text, told)


def _since(old: Sequence[Token], new: Sequence[Token]) -> list[Change]:
    """What the ledger says otherwise: in the same words each figure is that of its place.

    Else 11、14 that became 14、17 would leave the 14 where it was.
    """
    if _bare(old) != _bare(new):
        return changes(old, new)
    pairs = zip(old, new, strict=True)
    return [Change(one, other) for one, other in pairs if one.same != other.same]


def _certain(old: Sequence[Token], now: Sequence[Token]) -> Mapping[int, int]:
    """Where figures stand unchanged beyond doubt: nowhere else, or with what is beside them."""
    places = aligned(old, now)
    many = Counter(one.same for one in old) | Counter(one.same for one in now)
    return {
        token.start: places[token.start]
        for at, token in enumerate(old)
        if token.sort is not Sort.TEXT
        and token.start in places
        and (many[token.same] == 1 or _stays(old, at, places))
    }


def _stays(old: Sequence[Token], at: int, places: Mapping[int, int]) -> bool:
    """Whether the pieces before and behind a figure still are where it is."""
    moved = places[old[at].start] - old[at].start
    beside = [*old[max(0, at - 1) : at], *old[at + 1 : at + 2]]
    return all(places.get(one.start, -1) - one.start == moved for one in beside)


def _bare(tokens: Sequence[Token]) -> list[str]:
    """A text with its figures as blanks."""
    return [one.text if one.sort is Sort.TEXT else one.sort for one in tokens]


def _numbers_and_units(tokens: Sequence[Token]) -> Iterator[Token]:
    return (one for one in tokens if one.sort is not Sort.TREND)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"
