"""The hits of a query, read as they come into view: the row of each draft and its passages."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.compiling import name_of
from desk.drafts import Draft, DraftRow
from desk.searching import Field, IssueName, Part, Passage, passages, spans_of, words_of
from desk.store import Store, Work

_AT_ONCE = 8  # drafts whose passages are read together: a screen's
_KEPT = 600


@dataclass(frozen=True, slots=True)
class Hit:
    """A draft's row, where its title has the words, and its passages."""

    row: DraftRow
    title_spans: tuple[tuple[int, int], ...]
    passages: Sequence[Passage]


class Passages:
    """The passages of drafts for one query; texts are read a screen at a time and kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._query = ""
        self._kept: dict[int, list[Passage]] = {}
        self._beside: _Beside | None = None

    def ask(self, query: str) -> None:
        """Forget what was read, and look for these words from now on."""
        self._query = query
        self._kept.clear()
        self._beside = None

    @property
    def words(self) -> list[str]:
        """The words looked for, in normal form."""
        return words_of(self._query)

    def hit(self, row: DraftRow, around: Sequence[int]) -> Hit:
        """A draft's hit; the drafts ``around`` are read with it, being about to be seen."""
        if row.id not in self._kept:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            wanted = [one for one in around[:_AT_ONCE] if one not in self._kept]
            with self._store.read() as work:
                self._kept |= self._read(work, wanted)
        return Hit(row, spans_of(row.title, self.words), self._kept.get(row.id, ()))

    def _read(self, work: Work, ids: Sequence[int]) -> dict[int, list[Passage]]:
        beside = self._beside = self._beside or _Beside(work, self._query)
        return {
            draft.id: passages(draft, self._query, beside.parts(work, draft))
            for draft in work.drafts.several(ids)
        }


class _Beside:
    """The names of a draft's units and issues, as the index searches them."""

    def __init__(self, work: Work, query: str) -> None:
        self._units = {
            unit.id: (unit.name, unit.short, *unit.aliases) for unit in work.registry.units()
        }
        self._names_issue = any(IssueName.of(word) for word in words_of(query))

    def parts(self, work: Work, draft: Draft) -> list[Part]:
        """A part for each name."""
        units = (self._units.get(unit_id, ()) for unit_id in draft.unit_ids)
        found = [Part(Field.UNIT, name) for names in units for name in names]
        if self._names_issue:
            publications = {one.id: one for one in work.catalogue.publications()}
            for issue in work.issues.holding(draft.id):
                name = name_of(publications[issue.publication_id], issue)
                found.append(Part(Field.ISSUE, f"{name}（总第{issue.total}期）"))
        return found
