"""Columns on where adoptions stood: publications, their sections, tiers, and in which way."""

from collections.abc import Callable, Iterator, Sequence

from desk.facts import FactKind
from desk.issues import Role
from desk.publications import Publication, Tier
from desk.reports.statistics.column import About, Label, StatColumn, summed
from desk.reports.statistics.portions import Sort, Test, UnitFigures
from desk.stat_table import Value

ELSEWHERE = "其他"  # adoptions without a publication, and what was changed after a closing


def adopted(test: Test) -> Test:
    """A test of adoptions only."""
    return lambda sort: sort.matter is FactKind.ADOPTION and test(sort)


def place_columns(publications: Sequence[Publication]) -> Iterator[StatColumn]:
    """条数 and 得分 of every publication and section; what stands in none is 其他."""
    for one in publications:
        yield from _of_publication(one)
        for section in one.sections:
            where = f"《{one.name}》{section.name}"
            test = adopted(_in_section(one.id, section.id))
            yield from _pair(
                f"section:{one.id}:{section.id}", section.name, About.PLACES, where, test
            )
        inside = adopted(_in_no_section(one))
        yield from _pair(
            f"section:{one.id}:0", "其他栏目", About.PLACES, f"《{one.name}》没有写明栏目的", inside
        )
    known = {one.id for one in publications}
    yield _left_over(
        "publication:0",
        "其他采用",
        "没有登记刊物的采用",
        About.PLACES,
        lambda sort: sort.publication_id in known,
    )
    yield _points(
        "publication:0",
        "其他采用",
        About.PLACES,
        "没有登记刊物的采用",
        adopted(lambda sort: sort.publication_id not in known),
    )


def tier_columns() -> Iterator[StatColumn]:
    """条数 and 得分 of every tier, of all upper tiers, and what is 综合 among them."""
    about = About.TIERS
    for tier in Tier:
        yield from _of_tier(tier)
    yield from _pair("tier:上级", "上级采用", about, "市级以上采用", adopted(_is_upper))
    yield _left_over(
        "tier:其他", "其他采用", "没有登记刊物的采用", about, lambda sort: sort.tier is not None
    )
    yield _points(
        "tier:其他",
        "其他采用",
        about,
        "没有登记刊物的采用",
        adopted(lambda sort: sort.tier is None),
    )


def way_columns() -> Iterator[StatColumn]:
    """条数 and 得分 by the way items were used."""
    about = About.WAYS
    for role in Role:
        yield from _of_role(role)
    yield _left_over("way:其他", "其他方式", "没有写明方式的采用", about, lambda _sort: True)
    yield from _pair(
        "way:独立", "独立采用", about, "不是综合采用（单条、单篇、联合）", adopted(_is_alone)
    )
    yield from _pair(
        "commissioned", "约稿采用", about, "约稿被采用", adopted(lambda sort: sort.commissioned)
    )


def _of_publication(one: Publication) -> Iterator[StatColumn]:
    key, where = f"publication:{one.id}", f"《{one.name}》采用"
    test = adopted(lambda sort: sort.publication_id == one.id)
    yield from _pair(key, one.name, About.PLACES, where, test)
    yield _so_far(key, one.name, About.PLACES, where, test)
    for suffix, words, way in _WAYS:
        yield _count(
            f"{key}:{suffix}",
            f"{one.name}{words}",
            About.PLACES,
            f"{where}中{words}的",
            adopted(_both(test, way)),
        )


def _of_tier(tier: Tier) -> Iterator[StatColumn]:
    key, where = f"tier:{tier}", f"{tier}采用"
    test = adopted(lambda sort: sort.tier is tier)
    yield from _pair(key, where, About.TIERS, where, test)
    yield _so_far(key, where, About.TIERS, where, test)
    for suffix, words, way in _WAYS:
        yield _count(
            f"{key}:{suffix}",
            f"{where}{words}",
            About.TIERS,
            f"{where}中{words}的",
            adopted(_both(test, way)),
        )


def _of_role(role: Role) -> Iterator[StatColumn]:
    test = adopted(lambda sort: sort.role is role)
    yield from _pair(f"way:{role}", role.value, About.WAYS, f"{role}采用", test)


def _pair(key: str, name: str, about: About, where: str, test: Test) -> Iterator[StatColumn]:
    yield _count(key, f"{name}条数", about, where, test)
    yield _points(key, name, about, where, test)


def _count(key: str, name: str, about: About, where: str, test: Test) -> StatColumn:
    return summed(
        Label(f"{key}:count", name, about, f"本期{where}的条数"), lambda one: one.items(test)
    )


def _points(key: str, name: str, about: About, where: str, test: Test) -> StatColumn:
    return summed(
        Label(f"{key}:points", f"{name}得分", about, f"本期{where}的得分"),
        lambda one: one.points(test),
    )


def _so_far(key: str, name: str, about: About, where: str, test: Test) -> StatColumn:
    return summed(
        Label(f"{key}:so_far", f"{name}累计得分", about, f"今年 1 月 1 日起{where}的得分"),
        lambda one: one.points_so_far(test),
        of_year=True,
    )


def _left_over(key: str, name: str, where: str, about: About, test: Test) -> StatColumn:
    """The adoptions of the score that the columns beside it do not show, so that all add up."""
    beside = adopted(test)

    def value(one: UnitFigures) -> Value:
        return one.score.adopted - one.items(beside)

    return summed(Label(f"{key}:count", f"{name}条数", about, f"本期{where}的条数"), value)


def _in_section(publication_id: int, section_id: int) -> Test:
    return lambda sort: (sort.publication_id, sort.section_id) == (publication_id, section_id)


def _in_no_section(one: Publication) -> Test:
    known = {section.id for section in one.sections}
    return lambda sort: sort.publication_id == one.id and sort.section_id not in known


def _is_upper(sort: Sort) -> bool:
    return sort.tier not in (None, Tier.OWN)


def _is_alone(sort: Sort) -> bool:
    return sort.role is not Role.COMPOSITE


def _is_composite(sort: Sort) -> bool:
    return sort.role is Role.COMPOSITE


def _both(first: Test, second: Callable[[Sort], bool]) -> Test:
    return lambda sort: first(sort) and second(sort)


_WAYS = (("composite", "综合", _is_composite), ("alone", "独立", _is_alone))
