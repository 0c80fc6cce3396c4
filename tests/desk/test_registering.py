"""Keeping the registry: what may be changed, what is refused and why."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk import registering
from desk.errors import FieldError, NotAllowedError
from desk.facts import FactKind
from desk.publications import Publication, Section
from desk.scoring.clauses.items import Points, Recode, Repeat
from desk.scoring.scheme import PointRule, Purpose, Scheme
from desk.scoring.schemes.condition_text import condition_text, parse_condition
from desk.units import Quota, Unit, UnitGroup


@pytest.fixture
def units(store):
    """The units as the store has them, by short name."""

    def read():
        with store.read() as work:
            return {unit.short: unit for unit in work.registry.units()}

    return read


@pytest.fixture
def quotas(store):
    """Points by unit of a year."""

    def read(year):
        with store.read() as work:
            return {one.unit_id: one.points for one in work.registry.quotas(year)}

    return read


def _refusal(action):
    with pytest.raises(FieldError) as refused:
        action()
    return refused.value.field, str(refused.value)


def _new(office, **fields):
    values = {"name": "云岭县民政局", "short": "县民政局", "group_id": office.units[0].group_id}
    return Unit(**values | fields)


def test_a_new_unit_is_kept_and_recorded(store, office, units):
    saved = registering.save_unit(store, _new(office, aliases=("民政局", "民政局 ")), by=office.by)
    assert units()["县民政局"] == saved
    assert saved.aliases == ("民政局",)
    with store.read() as work:
        assert work.audit.records(f"unit:{saved.id}")[0].action == "新增单位"


def test_a_code_names_one_unit_only(store, office):
    first = registering.save_unit(store, _new(office, code=" A1 "), by=office.by)
    assert first.code == "A1"
    other = _new(office, name="云岭县司法局", short="县司法局", code="a1")
    field, said = _refusal(lambda: registering.save_unit(store, other, by=office.by))
    assert (field, "已经是“云岭县民政局”的" in said) == ("code", True)


def test_a_unit_without_a_short_name_goes_by_its_full_one(store, office):
    assert registering.save_unit(store, _new(office, short=" "), by=office.by).short == (
        "云岭县民政局"
    )


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "云岭县水利局"}, "name"),
        ({"short": "县水利局"}, "short"),
        ({"aliases": ("县教育局",)}, "aliases"),
        ({"group_id": 99}, "group_id"),
    ],
)
def test_a_unit_that_would_be_mistaken_is_refused(store, office, units, fields, field):
    assert (
        _refusal(lambda: registering.save_unit(store, _new(office, **fields), by=office.by))[0]
        == field
    )
    assert len(units()) == 2


def test_an_alias_of_another_unit_is_named_with_its_owner(store, office):
    first = replace(office.units[0], aliases=("教育局",))
    registering.save_unit(store, first, by=office.by)
    _, sentence = _refusal(
        lambda: registering.save_unit(store, _new(office, aliases=("教育局",)), by=office.by)
    )
    assert "教育局" in sentence
    assert first.name in sentence


def test_a_unit_with_drafts_stays_and_may_be_put_out_of_use(store, office, units):
    office.draft()
    with pytest.raises(NotAllowedError, match="停用"):
        registering.delete_unit(store, office.units[0].id, by=office.by)
    registering.set_active(store, [office.units[0].id], active=False, by=office.by)
    assert not units()["县教育局"].active
    assert units()["县水利局"].active


def test_a_removed_unit_comes_back_with_its_quotas(store, office, units, quotas):
    unit = office.units[1]
    registering.save_quotas(
        store, 2025, {unit.id: Quota(2025, unit.id, Decimal("12.5"))}, by=office.by
    )
    deleted = registering.delete_unit(store, unit.id, by=office.by)
    assert "县水利局" not in units()
    back = registering.restore_unit(store, deleted, by=office.by)
    assert replace(back, id=unit.id) == unit
    assert quotas(2025) == {back.id: Decimal("12.5")}


def test_groups_are_added_at_the_end_and_ordered_at_will(store, office):
    added = registering.save_group(store, UnitGroup("乡镇、街道"), by=office.by)
    first = office.units[0].group_id
    registering.order_groups(store, [added.id, first], by=office.by)
    with store.read() as work:
        assert [group.id for group in work.registry.groups()] == [added.id, first]


@pytest.mark.parametrize("name", ["", "县政府工作部门"])
def test_a_group_needs_a_name_of_its_own(store, office, name):
    assert (
        _refusal(lambda: registering.save_group(store, UnitGroup(name), by=office.by))[0] == "name"
    )


def test_a_group_with_units_cannot_be_removed(store, office):
    with store.read() as work:
        group = work.registry.groups()[0]
    with pytest.raises(NotAllowedError, match=group.name):
        registering.delete_group(store, group, by=office.by)


def test_a_removed_group_comes_back_in_its_place(store, office):
    group = registering.save_group(store, UnitGroup("乡镇"), by=office.by)
    registering.delete_group(store, group, by=office.by)
    registering.restore_group(store, group, by=office.by)
    with store.read() as work:
        assert [one.name for one in work.registry.groups()][-1] == "乡镇"


def test_quotas_are_set_and_taken_back(store, office, quotas):
    first, second = (unit.id for unit in office.units)
    wanted = {first: Quota(2027, first, Decimal(30)), second: Quota(2027, second, Decimal("0.5"))}
    before = registering.save_quotas(store, 2027, wanted, by=office.by)
    assert quotas(2027) == {first: Decimal(30), second: Decimal("0.5")}
    registering.save_quotas(store, 2027, before, by=office.by)
    assert quotas(2027) == {}


@pytest.mark.parametrize("points", ["-1", "1.234", "10000"])
def test_a_quota_that_is_no_sum_of_points_is_refused(store, office, quotas, points):
    unit_id = office.units[0].id
    wanted = {unit_id: Quota(2027, unit_id, Decimal(points))}
    field, sentence = _refusal(lambda: registering.save_quotas(store, 2027, wanted, by=office.by))
    assert (field, points in sentence) == ("points", True)
    assert quotas(2027) == {}


def test_last_years_quotas_fill_the_gaps_only(store, office, quotas):
    first, second = (unit.id for unit in office.units)
    for year, unit_id, points in ((2027, first, 30), (2027, second, 20), (2028, first, 99)):
        quota = Quota(year, unit_id, Decimal(points))
        registering.save_quotas(store, year, {unit_id: quota}, by=office.by)
    before = registering.copy_quotas(store, 2028, by=office.by)
    assert quotas(2028) == {first: Decimal(99), second: Decimal(20)}
    assert before == {second: None}


def test_without_a_last_year_there_is_nothing_to_copy(store, office):
    with pytest.raises(NotAllowedError, match="2029"):
        registering.copy_quotas(store, 2030, by=office.by)


def test_sections_are_renamed_ordered_and_added(store, office):
    publication = office.publication
    news, brief = publication.sections
    sections = (replace(brief, name="短讯"), Section("要闻"), news)
    saved = registering.save_publication(
        store, replace(publication, sections=sections), by=office.by
    )
    assert [section.name for section in saved.sections] == ["短讯", "要闻", "信息"]
    assert saved.sections[0].id == brief.id


def test_a_section_with_points_cannot_be_removed(store, office):
    shorter = replace(office.publication, sections=office.publication.sections[:1])
    field, sentence = _refusal(lambda: registering.save_publication(store, shorter, by=office.by))
    assert field == "sections"
    assert "简讯" in sentence


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": "《》"}, "name"),
        ({"name": "《政务信息》"}, "name"),
        ({"template": "没有的"}, "template"),
        ({"copies": -1}, "copies"),
        ({"sections": (Section(""),)}, "sections"),
        ({"sections": (Section("要情"), Section("要情 "))}, "sections"),
    ],
)
def test_a_publication_that_cannot_be_is_refused(store, office, fields, field):
    new = Publication(**{"name": "信息专报", "sections": ()} | fields)
    assert _refusal(lambda: registering.save_publication(store, new, by=office.by))[0] == field


def test_book_title_marks_and_empty_lines_are_left_out(store, office):
    new = Publication("《信息专报》", (), send_to=("报：县长", " ", ""))
    saved = registering.save_publication(store, new, by=office.by)
    assert (saved.name, saved.send_to) == ("信息专报", ("报：县长",))


def _scheme(office, day, points, composite=None):
    section = office.publication.sections[0]
    rule = PointRule(office.publication.id, Decimal(points), section.id, composite)
    return Scheme("新办法", day, (rule,))


def test_a_changed_figure_is_recorded_with_its_place(store, office):
    saved = registering.save_scheme(store, _scheme(office, date(2027, 1, 1), 3), by=office.by)
    rules = (replace(saved.rules[0], points=Decimal("4.5"), composite=Decimal(2)),)
    registering.save_scheme(store, replace(saved, rules=rules), by=office.by)
    with store.read() as work:
        detail = work.audit.records(f"scheme:{saved.id}")[0].detail
    assert "《政务信息》“信息”3→4.5（综合 2）" in detail


@pytest.mark.parametrize("points", ["-0.01", "0.125", "9999.01"])
def test_a_figure_that_is_no_points_is_refused_with_its_place(store, office, points):
    scheme = _scheme(office, date(2027, 1, 1), points)
    field, sentence = _refusal(lambda: registering.save_scheme(store, scheme, by=office.by))
    assert field == "rules"
    assert "《政务信息》“信息”" in sentence


def test_composite_points_are_checked_too(store, office):
    scheme = _scheme(office, date(2027, 1, 1), 1, Decimal(-2))
    assert (
        "综合分值 -2" in _refusal(lambda: registering.save_scheme(store, scheme, by=office.by))[1]
    )


def test_two_schemes_cannot_begin_on_one_day(store, office):
    scheme = _scheme(office, date(2026, 1, 1), 1)
    assert _refusal(lambda: registering.save_scheme(store, scheme, by=office.by))[0] == (
        "valid_from"
    )


def test_a_scheme_needs_a_name(store, office):
    scheme = replace(_scheme(office, date(2027, 1, 1), 1), name=" ")
    assert _refusal(lambda: registering.save_scheme(store, scheme, by=office.by))[0] == "name"


def test_what_is_renamed_keeps_its_name_in_schemes(store, office):
    asked = parse_condition("刊物：政务信息；栏目：简讯；单位：云岭县教育局；分组：县政府工作部门")
    clauses = (Points(when=asked), Recode(publication="政务信息", section="简讯"))
    with store.begin() as work:
        (scheme,) = work.catalogue.schemes()
        work.catalogue.save_scheme(replace(scheme, clauses=clauses))
        (group,) = work.registry.groups()
    news, briefs = office.publication.sections
    swapped = (replace(news, name="简讯"), replace(briefs, name="信息"))
    publication = replace(office.publication, name="云岭政务", sections=swapped)
    registering.save_publication(store, publication, by=office.by)
    registering.save_unit(store, replace(office.units[0], name="云岭县教体局"), by=office.by)
    registering.save_group(store, replace(group, name="县直部门"), by=office.by)
    with store.read() as work:
        points, recode = work.catalogue.schemes()[0].clauses
        actions = [one.action for one in work.audit.records(f"scheme:{scheme.id}")]
    wanted = "刊物：云岭政务；栏目：信息；单位：云岭县教体局；分组：县直部门"
    assert condition_text(points.when) == wanted
    assert (recode.publication, recode.section) == ("云岭政务", "信息")
    assert actions == ["办法随改名称"] * 4


def test_a_section_that_another_publication_has_too_is_asked_for_by_both_names(store, office):
    other = Publication("每日要情", (Section("简讯"),))
    with store.begin() as work:
        work.catalogue.save_publication(other)
        (scheme,) = work.catalogue.schemes()
        clause = Points(when=parse_condition("栏目：简讯"))
        work.catalogue.save_scheme(replace(scheme, clauses=(clause,)))
    news, briefs = office.publication.sections
    renamed = replace(office.publication, sections=(news, replace(briefs, name="快讯")))
    registering.save_publication(store, renamed, by=office.by)
    with store.read() as work:
        (clause,) = work.catalogue.schemes()[0].clauses
    assert condition_text(clause.when) == "栏目：简讯、快讯"


def test_schemes_of_two_purposes_may_begin_on_one_day(store, office):
    fees = Scheme("稿酬办法", date(2026, 1, 1), (), purpose=Purpose.FEES)
    assert registering.save_scheme(store, fees, by=office.by).id
    again = replace(fees, name="另一个")
    assert _refusal(lambda: registering.save_scheme(store, again, by=office.by))[0] == "valid_from"


def test_what_changed_in_a_scheme_is_recorded_in_short(store, office):
    scheme = Scheme("办法", date(2025, 1, 1), (), clauses=(Points(), Repeat()))
    saved = registering.save_scheme(store, scheme, by=office.by)
    clauses = (Points(matter=FactKind.FORWARDING), Points(), Repeat())
    changed = replace(saved, clauses=clauses, start_month=8)
    registering.save_scheme(store, changed, by=office.by)
    with store.read() as work:
        told = [one.detail for one in work.audit.records(f"scheme:{saved.id}")]
    assert any(one.endswith("“分值”加 1 行；“一稿多用”加 1 行") for one in told)
    assert any(one.endswith("；年度起始月 1→8；“分值”加 1 行") for one in told)
