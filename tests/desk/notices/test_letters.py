"""Letters fall on the right units, and say what the ledger says."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from desk.auditing import By
from desk.bulletins.rewording import reword, wording
from desk.bulletins.template import Value
from desk.errors import NotFoundError
from desk.jobs import finish
from desk.notices.letters import letters as use_case
from desk.notices.notice import THRESHOLDS, NoticeKind, NoticeOptions, Threshold
from desk.notices.values import ENTRIES, UNIT_ENTRIES, examples
from desk.scoring.figures import printed

OFFICES = ("5", "60", "200", "zeros", "giant", "negative")
UNIT_KINDS = (NoticeKind.HEAD, NoticeKind.PRAISE, NoticeKind.RANK)
CHOICES = [(kind, threshold) for kind in UNIT_KINDS for threshold in THRESHOLDS[kind]]
BROKEN = re.compile(
    r"[，、；：][，、；：。）]|。。|（）|《》|[（《][，、；。]|[{}〔〕【】]|^[，、；：。]|None|\s|条条|各各"
)


def body(letter):
    return [one.text for one in letter.passages if one.key not in ("title", "to", "signed")]


def numbers(text):
    return re.findall(r"-?\d+(?:\.\d+)?", text)


def by_unit(survey):
    return {one.unit.id: one for one in survey.units}


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize(("kind", "threshold"), CHOICES)
def test_no_sentence_is_broken_whatever_the_office(surveyed, letters, office, kind, threshold):
    told = [
        text
        for letter in letters(surveyed(office), kind, threshold=threshold)
        for text in body(letter)
    ]
    told = [re.sub(r"^\d+\. ", "", one) for one in told]
    assert [one for one in told if BROKEN.search(one)] == []


@pytest.mark.parametrize("office", OFFICES)
def test_who_is_behind_gets_a_letter_with_the_ledgers_figures(surveyed, letters, office):
    survey = surveyed(office)
    units = by_unit(survey)
    found = letters(survey, NoticeKind.HEAD, threshold=Threshold.BEHIND)
    assert {one.key for one in found} == {
        one.unit.id
        for one in survey.units
        if one.so_far.completion is not None and one.so_far.behind > 0 and not one.exempt
    }
    for letter in found:
        score, said = units[letter.key].so_far, "".join(body(letter))
        year = said.partition("你单位累计")[2]
        assert numbers(year)[:2] == [str(score.submitted), str(score.adopted)]
        assert f"得{printed(score.points)}分" in year
        assert f"落后{printed(score.behind)}分" in said
        assert f"全年目标{printed(score.quota)}分" in said


@pytest.mark.parametrize("office", OFFICES)
def test_nothing_is_said_of_completion_to_units_without_a_task(surveyed, letters, office):
    survey = surveyed(office)
    free = {one.unit.id for one in survey.units if one.so_far.completion is None}
    for kind, threshold in ((NoticeKind.HEAD, Threshold.ZERO), (NoticeKind.PRAISE, None)):
        for letter in letters(survey, kind, threshold=threshold):
            if letter.key in free:
                assert not re.search("完成|目标|序时|补齐", "".join(body(letter)))


@pytest.mark.parametrize(("kind", "threshold"), CHOICES)
def test_exempt_units_get_no_letters(surveyed, letters, kind, threshold):
    survey = surveyed("200")
    exempt = {one.unit.id for one in survey.units if one.exempt}
    assert exempt
    assert not exempt & {one.key for one in letters(survey, kind, threshold=threshold)}


def test_thresholds_choose_by_points_and_percent(surveyed, letters):
    survey = surveyed("negative")
    units = by_unit(survey)

    def chosen(threshold, **more):
        found = letters(survey, NoticeKind.HEAD, threshold=threshold, **more)
        return [units[one.key] for one in found]

    assert all(one.so_far.points <= 0 for one in chosen(Threshold.ZERO))
    assert all(one.score.points <= 0 for one in chosen(Threshold.ZERO_NOW))
    few = chosen(Threshold.BELOW, percent=Decimal(10))
    assert all(one.so_far.completion < 10 for one in few)
    assert len(few) < len(chosen(Threshold.BELOW, percent=Decimal(60)))


def test_a_threshold_of_another_kind_gives_way_to_the_kinds_first():
    options = NoticeOptions(threshold=Threshold.ZERO)
    assert options.falls_on(NoticeKind.PRAISE) is Threshold.FIRST
    assert options.falls_on(NoticeKind.RANK) is Threshold.ALL


@pytest.mark.parametrize("office", OFFICES)
def test_praise_goes_to_the_first_of_each_group_with_points(surveyed, letters, office):
    survey = surveyed(office)
    units = by_unit(survey)
    for letter in letters(survey, NoticeKind.PRAISE, threshold=Threshold.FIRST):
        score = units[letter.key].score
        assert 0 < score.rank <= 3
        assert score.points > 0
        assert f"得{printed(score.points)}分" in "".join(body(letter))


@pytest.mark.parametrize("office", OFFICES)
def test_a_slips_items_and_the_rest_add_up_to_the_units_points(surveyed, letters, office):
    survey = surveyed(office)
    units = by_unit(survey)
    for letter in letters(survey, NoticeKind.RANK):
        rows = [one for one in body(letter) if re.match(r"\d+\. |另有|以上|其他", one)]
        earned = sum(Decimal(re.findall(r"[，（](-?[\d.]+)分", one)[-1]) for one in rows
                     if re.match(r"\d+\. ", one))  # fmt: skip
        earned += sum(Decimal(re.findall(r"共(-?[\d.]+)分", one)[0]) for one in rows
                      if one.startswith("另有"))  # fmt: skip
        rest = [re.findall(r"其他(得分|扣分)([\d.]+)分", one) for one in rows]
        for word, value in (pair for found in rest for pair in found):
            earned += Decimal(value) * (1 if word == "得分" else -1)
        assert earned == units[letter.key].score.points


@pytest.mark.parametrize("office", OFFICES)
def test_a_slips_months_add_up_to_the_year_so_far(surveyed, letters, office):
    survey = surveyed(office)
    units = by_unit(survey)
    for letter in letters(survey, NoticeKind.RANK):
        score = units[letter.key].so_far
        for row, whole in zip(
            letter.table.rows[1:], (score.submitted, score.adopted, score.points), strict=True
        ):
            assert row[-1] == printed(Decimal(whole))
            assert sum(Decimal(one or 0) for one in row[1:-1]) == whole


def test_the_offices_own_wording_is_used(surveyed, store, now):
    by = By("周文清", now)
    survey = surveyed("5")
    text = "【标题】函\n【主送】{单位}\n你单位得{单位得分}分。\n【落款】{机关}"
    reword(store, "letter-head", text, by=by, known=examples(of_units=True))
    first = finish(use_case(store, survey, NoticeKind.HEAD))[0]
    assert body(first) == [f"你单位得{printed(by_unit(survey)[first.key].score.points)}分。"]
    assert wording(store, "letter-head").is_own


def test_the_notice_of_tasks_is_the_registrys(store, office, surveyed):
    notice = finish(use_case(store, surveyed("5"), NoticeKind.TASK))[0]
    assert office.units[0].name in [row[1] for row in notice.form.table.rows]
    assert notice.title == "关于下达2026年度政务信息目标任务的通知"
    assert notice.form.signed == ("云岭县人民政府办公室", "2026年10月12日")


def test_without_tasks_there_is_no_notice_of_them(store, surveyed):
    with pytest.raises(NotFoundError, match="还没有下达目标"):
        finish(use_case(store, surveyed("5"), NoticeKind.TASK))


def test_names_of_letters_are_none_of_the_bulletins():
    assert not UNIT_ENTRIES.keys() & ENTRIES.keys()
    assert all(isinstance(one, Value) for one in examples(of_units=True).values())


def test_a_changed_letter_prints_the_changed_text(surveyed, letters):
    letter = letters(surveyed("5"), NoticeKind.HEAD)[0]
    passages = tuple(
        replace(one, text="请于本周内答复。") if at == 3 else one
        for at, one in enumerate(letter.passages)
    )
    changed = replace(letter, passages=passages)
    assert changed.edited
    assert "请于本周内答复。" in changed.form.paragraphs
    assert not letter.edited
