from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.scoring.clauses.results import Barred, Figure, Ranking, TieStyle
from desk.scoring.ranks.ranking import Adoptions, ranked
from desk.scoring.results import UnitScore
from desk.units import Unit

ZERO = Decimal(0)


def of(name, points, **rest):
    score = UnitScore(
        unit=Unit(f"云岭县{name}", name, 1, id=sum(map(ord, name))),
        rank=0, points=Decimal(points), submitted=0, adopted=0, rate=ZERO, quota=None,
        quota_items=0, completion=None, pace=ZERO, behind=ZERO, lines=(),
    )  # fmt: skip
    return replace(score, **rest)


def ranks(scores):
    return [(one.unit.short, one.rank) for one in scores]


FOUR = [of("甲", 5), of("乙", 7), of("丙", 5), of("丁", 3)]


def test_a_rank_is_skipped_after_a_tie():
    assert ranks(ranked(FOUR, Ranking())) == [("乙", 1), ("丙", 2), ("甲", 2), ("丁", 4)]


def test_no_rank_is_skipped_where_the_scheme_says_so():
    dense = Ranking(style=TieStyle.DENSE)
    assert [one.rank for one in ranked(FOUR, dense)] == [1, 2, 2, 3]


def test_equal_points_are_told_apart_by_what_the_scheme_asks_next():
    scores = [of("甲", 5, adopted=2), of("乙", 5, adopted=3), of("丙", 5, adopted=2)]
    found = ranked(scores, Ranking(ties=("采用条数",)))
    assert ranks(found) == [("乙", 1), ("丙", 2), ("甲", 2)]
    assert [one.placing for one in found] == [
        "按得分 5 分；还相同的比采用条数 3 条",
        "按得分 5 分；还相同的比采用条数 2 条；与甲并列",
        "按得分 5 分；还相同的比采用条数 2 条；与丙并列",
    ]


def test_a_tie_may_be_told_apart_by_a_component_a_publication_or_a_tier():
    first, second = of("甲", 9, components=(("批示分", Decimal(5)),)), of("乙", 9)
    counts = Adoptions(
        frozenset({"每日要情", "省级"}), {second.unit.id: {"省级": 1, "每日要情": 2}}
    )
    assert ranked([first, second], Ranking(ties=("批示分",)))[0] == replace(
        first, rank=1, placing="按得分 9 分；还相同的比批示分 5 分"
    )
    for key in ("省级", "《每日要情》", "每日要情"):
        assert ranks(ranked([first, second], Ranking(ties=(key,)), counts))[0] == ("乙", 1)


def test_who_has_no_such_figure_comes_after_all_who_have():
    scores = [of("甲", 9), of("乙", 1, completion=ZERO)]
    found = ranked(scores, Ranking(figure=Figure.COMPLETION))
    assert ranks(found) == [("乙", 1), ("甲", 2)]
    assert found[1].placing == "按完成率（没有）"


@pytest.mark.parametrize(
    ("barred", "expected"),
    [
        (Barred.RANKED, {"甲": 1, "乙": 2, "丙": 2}),
        (Barred.LAST, {"乙": 1, "丙": 1, "甲": 3}),
        (Barred.UNRANKED, {"乙": 1, "丙": 1, "甲": 0}),
    ],
)
def test_who_may_not_be_honoured_stands_where_the_scheme_says(barred, expected):
    scores = [of("甲", 9, barred=("瞒报 1 次",)), of("乙", 5), of("丙", 5)]
    found = ranked(scores, Ranking(barred=barred, places=1))
    assert dict(ranks(found)) == expected
    assert not next(one for one in found if one.barred).placed


def test_all_of_a_tie_are_among_the_first():
    found = ranked(FOUR, Ranking(places=2))
    assert [one.unit.short for one in found if one.placed] == ["乙", "丙", "甲"]


def test_a_long_tie_is_told_by_number():
    found = ranked([of(name, 0) for name in "甲乙丙丁戊"], Ranking())
    assert found[0].placing == "按得分 0 分；与另外 4 家并列"


SCORES = st.lists(
    st.builds(
        lambda points, adopted, barred, done: (points, adopted, barred, done),
        st.integers(-2, 3), st.integers(0, 2), st.booleans(), st.sampled_from([None, 0, 50]),
    ),
    max_size=12,
)  # fmt: skip
WAYS = st.builds(
    Ranking,
    figure=st.sampled_from([Figure.POINTS, Figure.COMPLETION]),
    ties=st.sampled_from([(), ("采用条数",), ("采用条数", "得分")]),
    style=st.sampled_from(TieStyle),
    barred=st.sampled_from(Barred),
    places=st.integers(0, 4),
)


def compared(score, how):
    done = score.completion
    values = {"得分": score.points, "采用条数": score.adopted}
    main = (done is not None, done or 0) if how.figure is Figure.COMPLETION else score.points
    late = how.barred is not Barred.RANKED and bool(score.barred)
    return (not late, main, *(values[key] for key in how.ties))


@given(made=SCORES, how=WAYS, data=st.data())
def test_ranks_follow_the_figures_whatever_order_the_units_come_in(made, how, data):
    scores = [
        of(
            chr(0x4E00 + place),
            points,
            adopted=adopted,
            barred=("瞒报",) * barred,
            completion=None if done is None else Decimal(done),
        )
        for place, (points, adopted, barred, done) in enumerate(made)
    ]
    found = ranked(scores, how)
    assert found == ranked(data.draw(st.permutations(scores)), how)
    listed = [one for one in found if one.rank]
    for one in listed:
        better = {compared(two, how) for two in listed if compared(two, how) > compared(one, how)}
        count = sum(compared(two, how) in better for two in listed)
        assert one.rank == 1 + (len(better) if how.style is TieStyle.DENSE else count)
        assert one.placed == (one.rank <= how.places and not one.barred)
