"""Families of columns, which are as many as the office has publications, tiers or levels."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass

from desk.facts import FactKind
from desk.issues import Role
from desk.publications import Publication, Tier
from desk.reports.statistics.column import About
from desk.reports.statistics.layout import Item
from desk.reports.statistics.portions import Sort, UnitFigures
from desk.reports.statistics.task_columns import levels_of, tier_of
from desk.scoring.lines import COMPONENTS
from desk.surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Kin:
    """What there is to be shown: publications in use or with figures, tiers, levels."""

    publications: tuple[Publication, ...]
    levels: tuple[str, ...]
    elsewhere: bool  # adoptions that stand in no publication
    strays: bool  # adoptions in no way that is known
    sectionless: frozenset[int]  # publications with adoptions in no section
    components: tuple[FactKind, ...]
    months: tuple[int, ...]

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """Those that have a publication; ours always."""
        held = {one.tier for one in self.publications} | {Tier.OWN}
        return tuple(tier for tier in Tier if tier in held)

    def of_tier(self, *tiers: Tier) -> tuple[Publication, ...]:
        """The publications of some tiers."""
        return tuple(one for one in self.publications if one.tier in tiers)


def kin_of(survey: Survey, units: Sequence[UnitFigures]) -> Kin:
    """Look at all units what there is."""
    adopted = [sort for one in units for sort in one.year if sort.matter is FactKind.ADOPTION]
    used = {sort.publication_id for sort in adopted}
    known = {one.id: one for one in survey.publications}
    counted = {one.fact.matter for unit in survey.units for one in unit.counted}
    held_months = [one.unit.months.points for one in units]
    end = survey.stretch.last.month
    months = [at for at in range(1, end + 1) if any(one[at - 1] is not None for one in held_months)]
    return Kin(
        tuple(
            sorted(
                (one for one in survey.publications if one.active or one.id in used),
                key=lambda one: list(Tier).index(one.tier),
            )
        ),
        tuple(levels_of(sort for one in units for sort in one.year)),
        any(one.score.adopted != one.items(lambda sort: _is_in(sort, known)) for one in units),
        any(one.score.adopted != one.items(_is_adopted) for one in units),
        frozenset(
            sort.publication_id
            for sort in adopted
            if sort.publication_id in known
            and known[sort.publication_id].section(sort.section_id) is None
        ),
        tuple(kind for kind in COMPONENTS if kind in counted),
        tuple(months),
    )


def _is_adopted(sort: Sort) -> bool:
    return sort.matter is FactKind.ADOPTION


def _is_in(sort: Sort, known: Container[int]) -> bool:
    return _is_adopted(sort) and sort.publication_id in known


@dataclass(frozen=True, slots=True)
class Family:
    """Columns that go together; ``items`` are their heads with their keys."""

    key: str
    name: str
    about: About
    explanation: str
    items: Callable[[Kin], Iterator[Item]]


def _publications(suffix: str, *tiers: Tier) -> Callable[[Kin], Iterator[Item]]:
    def items(kin: Kin) -> Iterator[Item]:
        for one in kin.of_tier(*tiers):
            yield Item(f"publication:{one.id}:{suffix}", one.name)
        if kin.elsewhere and len(tiers) == len(Tier) and suffix in ("count", "points"):
            yield Item(f"publication:0:{suffix}", "其他")

    return items


def _both_of_publications(kin: Kin) -> Iterator[Item]:
    for one in kin.publications:
        key = f"publication:{one.id}"
        yield Item(text=one.name, parts=_count_and_points(key))
    if kin.elsewhere:
        yield Item(text="其他", parts=_count_and_points("publication:0"))


def _sections(kin: Kin) -> Iterator[Item]:
    for one in kin.of_tier(Tier.OWN):
        if len(one.sections) > 1:
            parts = [Item(f"section:{one.id}:{held.id}:count", held.name) for held in one.sections]
            if one.id in kin.sectionless:
                parts.append(Item(f"section:{one.id}:0:count", "其他"))
            yield Item(text=one.name, parts=tuple(parts))
        else:
            yield Item(f"publication:{one.id}:count", one.name)


def _tiers(suffix: str) -> Callable[[Kin], Iterator[Item]]:
    def items(kin: Kin) -> Iterator[Item]:
        for tier in kin.tiers:
            yield Item(f"tier:{tier}:{suffix}", tier.value)
        if kin.elsewhere:
            yield Item(f"tier:其他:{suffix}", "其他")

    return items


def _both_of_tiers(kin: Kin) -> Iterator[Item]:
    for tier in kin.tiers:
        yield Item(text=tier.value, parts=_count_and_points(f"tier:{tier}"))
    if kin.elsewhere:
        yield Item(text="其他", parts=_count_and_points("tier:其他"))


def _alone_and_composite(kin: Kin) -> Iterator[Item]:
    """Own publications one by one, upper tiers each as one; both split by 综合 and 独立."""
    own = [(one.name, f"publication:{one.id}") for one in kin.of_tier(Tier.OWN)]
    upper = [(f"{tier}刊物", f"tier:{tier}") for tier in kin.tiers if tier is not Tier.OWN]
    for name, key in own + upper:
        yield Item(
            text=name,
            parts=(Item(f"{key}:composite:count", "综合"), Item(f"{key}:alone:count", "独立")),
        )
    if kin.elsewhere:
        yield Item("tier:其他:count", "其他")


def _tiers_in_full(kin: Kin) -> Iterator[Item]:
    """Each tier with its publications, and the notes of its leaders."""
    noted = {tier_of(level) for level in kin.levels}
    for tier in kin.tiers:
        parts = [Item(f"publication:{one.id}:count", one.name) for one in kin.of_tier(tier)]
        if tier in noted or tier is Tier.OWN:
            parts.append(Item(f"instructions:{tier}:count", "批示"))
        yield Item(text=tier.value, parts=tuple(parts))


def _upper_tiers(kin: Kin) -> Iterator[Item]:
    """Each upper tier with its count and its points of the year so far."""
    for tier in kin.tiers:
        if tier is not Tier.OWN:
            parts = (
                Item(f"tier:{tier}:count", "{本期}条数"),
                Item(f"tier:{tier}:so_far", "累计得分"),
            )
            yield Item(text=f"{tier}采用", parts=parts)


def _ways(kin: Kin) -> Iterator[Item]:
    for role in Role:
        yield Item(f"way:{role}:count", role.value)
    if kin.strays:
        yield Item("way:其他:count", "其他")


def _levels(kin: Kin) -> Iterator[Item]:
    for level in kin.levels:
        yield Item(text=level or "未写级别", parts=_count_and_points(f"level:{level}"))


def _level_counts(kin: Kin) -> Iterator[Item]:
    for level in kin.levels or ("",):
        if level or kin.levels:
            yield Item(f"level:{level}:count", level or "未写级别")


def _instructing_tiers(kin: Kin) -> Iterator[Item]:
    for tier in kin.tiers:
        yield Item(f"instructions:{tier}:count", tier.value)


def _criticising_tiers(kin: Kin) -> Iterator[Item]:
    for tier in kin.tiers:
        yield Item(f"criticism:{tier}:count", tier.value)


def _components(kin: Kin) -> Iterator[Item]:
    for kind in kin.components:
        yield Item(f"{kind.name.lower()}_points")
    yield Item("period_points")


def _months(suffix: str) -> Callable[[Kin], Iterator[Item]]:
    def items(kin: Kin) -> Iterator[Item]:
        for month in kin.months:
            yield Item(f"month:{month}:{suffix}", f"{month}月")

    return items


def _count_and_points(key: str) -> tuple[Item, Item]:
    return Item(f"{key}:count", "条数"), Item(f"{key}:points", "得分")


_PLACES, _UPPER = About.PLACES, (Tier.CITY, Tier.PROVINCE, Tier.STATE)
FAMILIES: dict[str, Family] = {
    one.key: one
    for one in (
        Family(
            "publications", "各刊物条数", _PLACES, "每个刊物一列", _publications("count", *Tier)
        ),
        Family(
            "publication_points",
            "各刊物得分",
            _PLACES,
            "每个刊物一列",
            _publications("points", *Tier),
        ),
        Family(
            "publications_both", "各刊物条数和得分", _PLACES, "每个刊物两列", _both_of_publications
        ),
        Family(
            "own_publications",
            "本级刊物条数",
            _PLACES,
            "每个本级刊物一列",
            _publications("count", Tier.OWN),
        ),
        Family(
            "upper_publications",
            "上级刊物条数",
            _PLACES,
            "每个上级刊物一列",
            _publications("count", *_UPPER),
        ),
        Family("sections", "本级刊物各栏目条数", _PLACES, "每个栏目一列，上面是刊物名", _sections),
        Family(
            "tiers", "各层级条数", About.TIERS, "本级、市级、省级、国家级各一列", _tiers("count")
        ),
        Family("tier_points", "各层级得分", About.TIERS, "每个层级一列", _tiers("points")),
        Family("tiers_both", "各层级条数和得分", About.TIERS, "每个层级两列", _both_of_tiers),
        Family(
            "tiers_in_full",
            "各层级的刊物和批示",
            About.TIERS,
            "每个层级下列出它的刊物和领导批示",
            _tiers_in_full,
        ),
        Family("upper_tiers", "各上级条数和累计得分", About.TIERS, "每个上级两列", _upper_tiers),
        Family(
            "alone",
            "综合和独立采用",
            About.WAYS,
            "每个本级刊物、每个上级层级各分综合、独立两列",
            _alone_and_composite,
        ),
        Family("ways", "各方式条数", About.WAYS, "单条、单篇、综合、联合各一列", _ways),
        Family(
            "components",
            "各分项得分",
            About.POINTS,
            "报送分、采用分、批示分等，合起来是本期得分",
            _components,
        ),
        Family("levels", "各级批示条数和得分", About.INSTRUCTIONS, "登记过的每个级别两列", _levels),
        Family(
            "level_counts",
            "各级批示条数",
            About.INSTRUCTIONS,
            "登记过的每个级别一列",
            _level_counts,
        ),
        Family(
            "instructing_tiers",
            "各层级批示条数",
            About.INSTRUCTIONS,
            "每个层级一列",
            _instructing_tiers,
        ),
        Family(
            "criticising_tiers",
            "各层级批评条数",
            About.INSTRUCTIONS,
            "每个层级一列",
            _criticising_tiers,
        ),
        Family("months", "逐月得分", About.MONTHS, "今年到现在每月一列", _months("points")),
        Family("month_counts", "逐月采用", About.MONTHS, "今年到现在每月一列", _months("count")),
    )
}
