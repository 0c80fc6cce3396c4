"""Names in tables to what the store knows; exact names only, because points hang on them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from desk.errors import NotFoundError
from desk.publications import Publication
from desk.units import Unit

_NEAR = 60  # percent of characters in common
_BLANK = re.compile(r"[\s\u3000《》]+")


class UnitNames:
    """Find a unit by its full name, short name or an alias; ``told`` are spellings confirmed."""

    def __init__(self, units: Iterable[Unit], told: Mapping[str, str] | None = None) -> None:
        self._full: dict[str, Unit] = {}
        self._other: defaultdict[str, dict[int, Unit]] = defaultdict(dict)
        for unit in units:
            self._full[plain(unit.name)] = unit
            for name in (unit.short, *unit.aliases):
                self._other[plain(name)][unit.id] = unit
        for written, name in (told or {}).items():
            meant = self._full.get(plain(name))
            if meant and plain(written) not in self._full:
                self._other[plain(written)] = {meant.id: meant}

    def find(self, name: str) -> Unit:
        """The unit of that name; raises NotFoundError when none or several have it."""
        wanted = plain(name)
        if wanted in self._full:
            return self._full[wanted]
        found = list(self._other.get(wanted, {}).values())
        if len(found) == 1:
            return found[0]
        if found:
            several = "、".join(unit.name for unit in found)
            raise NotFoundError(f"单位“{name}”可以指{several}，请写全称")
        raise NotFoundError(f"单位“{name}”没有登记{_nearest(wanted, [*self._full, *self._other])}")

    def proposals(self, name: str, most: int = 5) -> list[Unit]:
        """The units that a name may mean, the likeliest first."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only when a name is wrong

        exact = self._other.get(plain(name), {})
        names = [*self._full, *self._other]
        near = process.extract(
            plain(name), names, scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=4 * most
        )
        found = dict(exact)
        for one, _score, _at in near:
            own = {self._full[one].id: self._full[one]} if one in self._full else self._other[one]
            found |= {key: unit for key, unit in own.items() if key not in found}
        return list(found.values())[:most]

    def knows(self, name: str) -> bool:
        """Whether a name is some unit's."""
        return plain(name) in self._full or plain(name) in self._other


class Carriers:
    """Find a publication and its section by name; book-title marks don't matter.

    ``told`` are names confirmed, each for “刊物” or “刊物/栏目”.
    """

    def __init__(
        self, publications: Iterable[Publication], told: Mapping[str, str] | None = None
    ) -> None:
        self._found = {plain(item.name): item for item in publications}
        self._told = {plain(written): name for written, name in (told or {}).items()}

    def find(self, name: str, section: str) -> tuple[int, int | None]:
        """Ids of publication and section (None without one); raises NotFoundError."""
        meant, _slash, inside = self._told.get(plain(name), "").partition("/")
        carrier = self._found.get(plain(meant or name))
        section = section or inside
        if carrier is None:
            raise NotFoundError(
                f"刊物“{name}”没有登记{_nearest(plain(meant or name), self._found)}"
            )
        if not plain(section):
            return carrier.id, None
        for item in carrier.sections:
            if plain(item.name) == plain(section):
                return carrier.id, item.id
        known = "、".join(item.name for item in carrier.sections) or "（没有）"
        raise NotFoundError(f"《{carrier.name}》没有栏目“{section}”，它的栏目有：{known}")

    def knows(self, name: str) -> bool:
        """Whether a name is some publication's."""
        return plain(name) in self._found or plain(name) in self._told

    def within(self, parts: Sequence[str]) -> dict[str, str]:
        """刊物 and 栏目 that the lines of a header name; {} where they name no publication."""
        for part in reversed(parts):
            if not self.knows(part):
                continue
            meant, _slash, inside = self._told.get(plain(part), "").partition("/")
            carrier = self._found.get(plain(meant or part))
            others = {plain(one) for one in parts} | {plain(inside)}
            sections = carrier.sections if carrier else ()
            section = next((one.name for one in sections if plain(one.name) in others), "")
            name = carrier.name if carrier else part
            return {"刊物": name} | ({"栏目": section} if section else {})
        return {}


def plain(name: str) -> str:
    """A name without blanks and book-title marks."""
    return _BLANK.sub("", name)


def _nearest(wanted: str, names: Iterable[str]) -> str:
    """The name that was probably meant, in words; "" when none is near."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only when a name is wrong

    found = process.extractOne(wanted, list(names), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return f"，是不是“{found[0]}”？" if found else ""
