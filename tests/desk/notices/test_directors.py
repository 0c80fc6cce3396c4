"""The hand-out of the directors' meeting: one page, whatever the office."""

import re
from decimal import Decimal

import pytest

from desk.layout.forms import form_pdf
from desk.layout.pdfium import page_texts
from desk.layout.preview import page_count
from desk.notices.notice import NoticeKind
from desk.scoring.figures import printed

OFFICES = ("5", "60", "200", "zeros", "giant", "negative")


@pytest.fixture
def hand_out(surveyed, letters):
    def made(office):
        (found,) = letters(surveyed(office), NoticeKind.DIRECTORS)
        return found

    return made


@pytest.mark.parametrize("office", OFFICES)
def test_it_fits_one_page(hand_out, office):
    assert page_count(form_pdf([hand_out(office).form])) == 1


@pytest.mark.parametrize("office", OFFICES)
def test_its_totals_are_the_surveys(hand_out, surveyed, office):
    survey = surveyed(office)
    scores = [one.score for one in survey.units]
    total = hand_out(office).table.rows[-1]
    assert total[1:4] == (
        str(len(scores)),
        str(sum(one.submitted for one in scores)),
        str(sum(one.adopted for one in scores)),
    )
    assert total[5] == printed(sum((one.points for one in scores), Decimal(0)))
    rows = hand_out(office).table.rows[1:-1]
    for at in (1, 2, 3, 8):
        assert sum(int(row[at]) for row in rows) == int(total[at])


@pytest.mark.parametrize("office", ["60", "200", "negative"])
def test_all_units_without_a_point_are_named(hand_out, surveyed, office):
    zero = [one.unit for one in surveyed(office).units if one.so_far.zero and not one.exempt]
    (line,) = (one.text for one in hand_out(office).passages if "年内没有得分的单位" in one.text)
    assert f"{len(zero)}个" in line
    assert re.split("[：、。]", line)[1:-1] == [one.short for one in zero]


def test_the_first_and_the_last_of_each_group_are_told(hand_out, surveyed):
    survey = surveyed("60")
    told = {one.text.partition("　")[0]: one.text for one in hand_out("60").passages}
    for group in survey.groups:
        best = min(group.units, key=lambda one: one.score.rank)
        assert (
            f"前列：{best.unit.short}（{printed(best.score.points)}分）" in told[group.group.name]
        )
        worst = max(one.score.rank for one in group.units)
        last = next(one for one in group.units if one.score.rank == worst)
        assert f"{printed(last.score.points)}分）。" in told[group.group.name].partition("末位")[2]


def test_it_prints_what_it_says(hand_out):
    found = hand_out("60")
    (page,) = page_texts(form_pdf([found.form]))
    printed_ = "".join(page.split())
    for one in found.passages:
        assert "".join(one.text.split()) in printed_
