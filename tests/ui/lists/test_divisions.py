"""Rows, headings and members of a divided list, against a plain walk through it."""

from hypothesis import given
from hypothesis import strategies as st

from ui.lists.divisions import Divisions, Part

PARTS = st.lists(st.integers(0, 5), max_size=8).map(
    lambda counts: [Part(f"{place}", "", count) for place, count in enumerate(counts)]
)
FOLDED = st.sets(st.integers(0, 7).map(str))


def _walk(parts, folded):
    """What stands in each row: a part, or the number of a member."""
    member, rows = 0, []
    for part in (one for one in parts if one.count):
        rows.append(part)
        rows += [] if part.name in folded else range(member, member + part.count)
        member += part.count
    return member, rows


@given(PARTS, FOLDED)
def test_rows_are_headings_and_the_members_under_them(parts, folded):
    divisions = Divisions(parts, folded)
    _, rows = _walk(parts, folded)
    found = [divisions.heading_at(row) or divisions.member_at(row) for row in range(divisions.rows)]
    assert found == rows


@given(PARTS, FOLDED)
def test_members_know_their_rows(parts, folded):
    divisions = Divisions(parts, folded)
    members, rows = _walk(parts, folded)
    places = {row: number for number, row in enumerate(rows) if not isinstance(row, Part)}
    assert [divisions.row_of(one) for one in range(members)] == [
        places.get(one, -1) for one in range(members)
    ]


@given(PARTS, FOLDED)
def test_folding_afterwards_is_the_same(parts, folded):
    divisions = Divisions(parts)
    divisions.fold(folded, on=True)
    assert divisions.rows == Divisions(parts, folded).rows
    divisions.fold(folded, on=False)
    assert divisions.rows == Divisions(parts).rows
