from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desk.body import Body, Paragraph, Run
from desk.comparing import compare
from desk.compiling import entry_of
from desk.composing import composition, set_parts, take, take_back
from desk.correcting import Particulars, correct
from desk.drafts import Status
from desk.editing import save_text
from desk.errors import DeskError, NotAllowedError
from desk.issues import Issue
from desk.jobs import finish
from desk.merging import merge_into_composite, unmerge
from desk.parts import PartRole, led, with_role
from desk.releasing import adoptions
from desk.versions import make

FIRST = "县教育局排查学校周边水域隐患35处。\n更换警示牌128块，配备救生圈316个。"
SECOND = "县水利局巡查河道12条。\n清理河道垃圾40吨，劝离下河游泳人员63人。"


@pytest.fixture
def parts(office):
    return [
        office.draft("县教育局排查水域", FIRST),
        office.draft("县水利局巡查河道", SECOND, unit_ids=(office.units[1].id,)),
    ]


@pytest.fixture
def made(office, store, parts):
    return merge_into_composite(store, [one.id for one in parts], by=office.by)


def stored(store, draft):
    with store.read() as work:
        return work.drafts.get(draft.id)


def paragraph(text, source=0):
    return Paragraph((Run(text),), source=source)


def test_every_block_names_the_draft_it_came_from(made, parts):
    first, second = (one.id for one in parts)
    assert [block.source for block in made.body.blocks] == [first] * 3 + [second] * 3


def test_only_what_is_taken_goes_into_the_text(office, store, parts):
    taken = {parts[0].id: {1}, parts[1].id: ()}
    made = merge_into_composite(store, [one.id for one in parts], by=office.by, taken=taken)
    assert made.body.text == "县教育局排查水域\n更换警示牌128块，配备救生圈316个。"


def test_a_composition_counts_what_is_left_of_each_part(office, store, made, parts):
    shorter = Body(made.body.blocks[:2])
    save_text(store, made.id, made.title, shorter, by=office.by)
    found = composition(store, made.id)
    assert [one.used for one in found.usages.values()] == [18, 0]
    assert found.usages[parts[0].id].whole == len(FIRST) - 1


def test_roles_and_shares_are_kept_and_can_be_taken_back(office, store, made):
    before = composition(store, made.id)
    set_parts(store, made.id, led(before.parts), by=office.by)
    assert [one.share for one in composition(store, made.id).parts] == [60, 40]
    take_back(store, before, stored(store, made), by=office.by)
    assert composition(store, made.id) == before


def test_shares_that_do_not_add_up_change_nothing(office, store, made):
    before = composition(store, made.id)
    with pytest.raises(DeskError):
        set_parts(store, made.id, before.parts[:1], by=office.by)
    assert composition(store, made.id) == before


def test_material_is_not_credited_and_not_printed_as_a_source(office, store, made, parts):
    before = composition(store, made.id)
    set_parts(store, made.id, with_role(before.parts, parts[1].id, PartRole.MATERIAL), by=office.by)
    assert stored(store, made).unit_ids == (office.units[0].id,)
    take_back(store, before, stored(store, made), by=office.by)
    assert stored(store, made).unit_ids == made.unit_ids


def test_units_and_text_follow_the_order_of_the_parts(office, store, made, parts):
    before = composition(store, made.id)
    set_parts(store, made.id, before.parts[::-1], by=office.by)
    turned = stored(store, made)
    assert turned.unit_ids == made.unit_ids[::-1]
    assert turned.body.blocks == (*made.body.blocks[3:], *made.body.blocks[:3])
    take_back(store, before, turned, by=office.by)
    assert stored(store, made).body == made.body


def test_a_text_woven_of_its_sources_stays_as_it_is(office, store, made):
    woven = Body((*made.body.blocks[:2], made.body.blocks[4], made.body.blocks[2]))
    save_text(store, made.id, made.title, woven, by=office.by)
    set_parts(store, made.id, composition(store, made.id).parts[::-1], by=office.by)
    assert stored(store, made).body == woven


def test_paragraphs_can_be_left_out_and_come_back_to_their_place(office, store, made, parts):
    first = parts[0].id
    take(store, made.id, {first: {1}}, by=office.by)
    assert "排查学校周边" not in stored(store, made).body.text
    take(store, made.id, {first: {0, 1}}, by=office.by)
    assert stored(store, made).body == made.body


def test_the_parting_source_takes_its_unedited_text_and_leaves_the_edited(
    office, store, made, parts
):
    first = parts[0].id
    blocks = (
        *made.body.blocks[:2],
        paragraph("更换警示牌128块。", first),
        *made.body.blocks[3:],
        paragraph("新写的一段。"),
    )
    save_text(store, made.id, made.title, Body(blocks), by=office.by)
    before = composition(store, made.id)
    unmerge(store, made.id, [first], by=office.by)
    left = stored(store, made).body
    assert left.text.startswith("更换警示牌128块。\n县水利局巡查河道\n")
    assert left.text.endswith("\n新写的一段。")
    assert left.blocks[0].source == 0
    take_back(store, before, stored(store, made), by=office.by)
    assert stored(store, made).body == Body(blocks)
    assert stored(store, parts[0]).merged_into == made.id


def test_the_edited_text_of_a_parting_source_goes_when_it_is_not_wanted(office, store, made, parts):
    blocks = (paragraph("改过的一段。", parts[0].id), *made.body.blocks[3:])
    save_text(store, made.id, made.title, Body(blocks), by=office.by)
    unmerge(store, made.id, [parts[0].id], by=office.by, keep_edited=False)
    assert stored(store, made).body.blocks == made.body.blocks[3:]


def test_a_change_is_not_taken_back_over_later_typing(office, store, made, parts):
    before = composition(store, made.id)
    unmerge(store, made.id, [parts[0].id], by=office.by)
    after = stored(store, made)
    later = Body((*after.body.blocks, paragraph("后来写的。")))
    save_text(store, made.id, made.title, later, by=office.by)
    with pytest.raises(NotAllowedError, match="又改过文字"):
        take_back(store, before, after, by=office.by)


def test_a_parting_is_not_taken_back_once_the_draft_went_its_own_way(office, store, made, parts):
    before = composition(store, made.id)
    (parted,) = unmerge(store, made.id, [parts[0].id], by=office.by)
    after = stored(store, made)
    with store.begin() as work:
        work.drafts.save(replace(parted, status=Status.READY))
    with pytest.raises(NotAllowedError, match="现在是“可用”，不能并入"):
        take_back(store, before, after, by=office.by)


def test_a_text_that_was_sent_on_is_not_changed_by_an_undo(office, store, made, parts):
    before = take(store, made.id, {parts[0].id: [0]}, by=office.by)
    after = stored(store, made)
    with store.begin() as work:
        work.drafts.save(replace(after, status=Status.SUBMITTED))
    with pytest.raises(NotAllowedError, match="现在是“送审”"):
        take_back(store, before, after, by=office.by)


def test_a_part_that_joins_later_makes_the_credit_equal_again(office, store, made):
    set_parts(store, made.id, led(composition(store, made.id).parts), by=office.by)
    late = office.draft("县应急局发布预警", "县应急局发布预警信息3次。")
    merge_into_composite(store, [made.id, late.id], by=office.by)
    found = composition(store, made.id).parts
    assert [(one.role, one.share) for one in found] == [
        (PartRole.MAIN, None),
        (PartRole.SECOND, None),
        (PartRole.SECOND, None),
    ]


def test_a_printed_composite_is_frozen(office, store, made):
    with store.begin() as work:
        work.drafts.save(replace(made, status=Status.RELEASED))
    with pytest.raises(NotAllowedError, match="已经印发"):
        set_parts(store, made.id, composition(store, made.id).parts, by=office.by)


def test_a_composite_printed_by_a_version_is_frozen_and_not_parted(office, store, made):
    version = make(store, made.id, office.publication.id, by=office.by)
    with store.begin() as work:
        work.drafts.save(replace(version, status=Status.RELEASED))
    with pytest.raises(NotAllowedError, match="已经印发"):
        set_parts(store, made.id, composition(store, made.id).parts, by=office.by)
    with pytest.raises(NotAllowedError, match="有刊物版，不能解除合并"):
        unmerge(store, made.id, by=office.by)


def test_a_corrected_unit_of_a_part_is_credited_in_its_place(office, store, made, parts):
    part, other = stored(store, parts[0]), office.units[1].id
    correct(store, part.id, replace(Particulars.of(part), unit_ids=()), by=office.by)
    assert stored(store, made).unit_ids == (other,)
    correct(store, part.id, Particulars.of(part), by=office.by)
    assert stored(store, made).unit_ids == (office.units[0].id, other)


def test_adoptions_name_the_item_the_role_and_the_exact_share(office, store, made):
    set_parts(store, made.id, led(composition(store, made.id).parts), by=office.by)
    entry = entry_of(made, office.publication.sections[0].id)
    with store.begin() as work:
        issue = work.issues.save(Issue(office.publication.id, 1, 1, date(2026, 7, 16), (entry,)))
        facts = list(adoptions(work, issue))
        work.ledger.add(facts)
        kept = work.ledger.between(issue.day, issue.day)
    assert [(one.item_id, one.part, one.portion) for one in kept] == [
        (made.id, PartRole.MAIN, Fraction(3, 5)),
        (made.id, PartRole.SECOND, Fraction(2, 5)),
    ]


def test_composites_are_still_compared_by_their_parts_alone(office, store, made):
    assert finish(compare(store, [made.id])) == 0
