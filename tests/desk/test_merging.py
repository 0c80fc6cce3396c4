from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.body import plain
from desk.comparing import compare, twins
from desk.compiling import entry_of
from desk.composing import composition, set_parts
from desk.correcting import Particulars, correct
from desk.drafts import Channel, Status
from desk.duplicates.likeness import Verdict
from desk.editing import move, save_text
from desk.errors import DeskError, NotAllowedError
from desk.facts import FactKind
from desk.issues import Issue, Role
from desk.jobs import finish
from desk.merging import merge_into_composite, return_as_duplicate, take_back_return, unmerge
from desk.parts import led
from desk.reasons import REPEATED, Reason
from desk.releasing import adoptions
from desk.submissions import book_submission

TEXT = (
    "7月14日，县教育局会同县水利局，对全县86所学校周边水域开展排查，发现隐患35处。\n"
    "排查中更换警示牌128块，配备救生圈316个，现场整改28处，其余7处限期整改。"
)


@pytest.fixture
def drafts(office, store, now):
    """The same event by two units, booked as sent, and found to be alike."""
    made = [
        office.draft("县教育局排查学校周边水域", TEXT, received=now - timedelta(1)),
        office.draft(
            "县水利局排查水域隐患", TEXT.replace("排查中", "其间"), unit_ids=(office.units[1].id,)
        ),
    ]
    with store.begin() as work:
        for draft in made:
            book_submission(work, draft, office.by)
    finish(compare(store, [draft.id for draft in made]))
    return made


def ready(store, draft):
    with store.begin() as work:
        work.drafts.save(replace(draft, status=Status.READY))


def stored(store, *drafts):
    with store.read() as work:
        return work.drafts.several([draft.id for draft in drafts])


def test_a_composite_holds_all_texts_and_units_in_order(office, store, drafts):
    made = merge_into_composite(store, [one.id for one in drafts], by=office.by)
    assert made.status is Status.EDITING
    assert made.unit_ids == (office.units[0].id, office.units[1].id)
    text = made.body.text
    assert text.index("县教育局排查学校周边水域\n") < text.index("县水利局排查水域隐患\n")
    assert made.received == drafts[0].received


def test_the_sources_say_where_they_went(office, store, drafts):
    made = merge_into_composite(store, [one.id for one in drafts], by=office.by)
    for source in stored(store, *drafts):
        assert (source.status, source.merged_into) == (Status.MERGED, made.id)
    assert twins(store, drafts[1].id)[0].likeness.verdict is Verdict.MERGED


def test_no_submission_is_lost_or_counted_twice(office, store, drafts):
    made = merge_into_composite(store, [one.id for one in drafts], by=office.by)
    named = replace(Particulars.of(made), author="综合组")
    correct(store, made.id, named, by=office.by)
    with store.read() as work:
        facts = work.ledger.between(date(2026, 7, 1), date(2026, 7, 31))
    assert [(fact.unit_id, fact.source) for fact in facts] == [
        (office.units[0].id, f"draft:{drafts[0].id}"),
        (office.units[1].id, f"draft:{drafts[1].id}"),
    ]


def test_a_composite_is_nothing_a_unit_sent(office, store, drafts):
    merge_into_composite(store, [one.id for one in drafts], by=office.by)
    with store.read() as work:
        tallies = work.drafts.tallies(date(2026, 7, 1), date(2026, 7, 31))
    assert [(one.unit_id, one.status, one.drafts) for one in tallies] == [
        (unit.id, Status.MERGED, 1) for unit in office.units
    ]


def test_every_unit_is_credited_when_the_composite_is_printed(office, store, drafts):
    made = merge_into_composite(store, [one.id for one in drafts], by=office.by)
    ready(store, made)
    entry = entry_of(made, office.publication.sections[0].id)
    assert entry.role is Role.COMPOSITE
    with store.begin() as work:
        issue = work.issues.save(Issue(office.publication.id, 1, 1, date(2026, 7, 16), (entry,)))
        facts = list(adoptions(work, issue))
    assert [(one.kind, one.unit_id, one.role) for one in facts] == [
        (FactKind.ADOPTION, unit.id, Role.COMPOSITE) for unit in office.units
    ]


def test_a_third_draft_joins_the_composite_there_is(office, store, drafts):
    made = merge_into_composite(store, [one.id for one in drafts], by=office.by)
    third = office.draft("第三篇", TEXT.replace("316", "317"))
    again = merge_into_composite(store, [third.id, drafts[0].id], by=office.by)
    assert again.id == made.id
    assert "第三篇" in again.body.text
    assert stored(store, third)[0].merged_into == made.id


def test_parting_a_composite_gives_the_drafts_back_as_they_were(office, store, drafts):
    move(store, [drafts[0].id], Status.EDITING, by=office.by)
    before = stored(store, *drafts)
    made = merge_into_composite(store, [one.id for one in drafts], by=office.by)
    unmerge(store, made.id, by=office.by)
    assert stored(store, *drafts) == before
    assert stored(store, made)[0].status is Status.FILED
    assert not twins(store, drafts[1].id)[0].likeness.verdict


def test_a_part_is_not_edited_or_printed_beside_its_composite(office, store, drafts):
    merge_into_composite(store, [one.id for one in drafts], by=office.by)
    with pytest.raises(NotAllowedError, match="在“来源”里把它移出"):
        move(store, [drafts[0].id], Status.EDITING, by=office.by)


def test_what_left_a_composite_does_not_leave_it_twice(office, store, drafts):
    third = office.draft("县住建局排查水域")
    made = merge_into_composite(store, [drafts[0].id, drafts[1].id, third.id], by=office.by)
    unmerge(store, made.id, [third.id], by=office.by)
    set_parts(store, made.id, led(composition(store, made.id).parts), by=office.by)
    with pytest.raises(NotAllowedError, match="已经不在综合稿"):
        unmerge(store, made.id, [third.id], by=office.by)
    assert [part.share for part in composition(store, made.id).parts] == [60, 40]


def test_a_draft_joins_the_outermost_composite(office, store, drafts):
    inner = merge_into_composite(store, [one.id for one in drafts], by=office.by)
    third, fourth, fifth = (office.draft(f"县住建局排查水域之{one}") for one in "一二三")
    outer = merge_into_composite(store, [third.id, fourth.id], by=office.by)
    merge_into_composite(store, [outer.id, inner.id], by=office.by)
    merge_into_composite(store, [drafts[0].id, fifth.id], by=office.by)
    parts = [part.draft_id for part in composition(store, outer.id).parts]
    assert parts == [third.id, fourth.id, inner.id, fifth.id]


def test_taking_one_draft_out_takes_its_text_and_unit(office, store, drafts):
    third = office.draft("第三篇", TEXT.replace("316", "317"))
    ids = [*(one.id for one in drafts), third.id]
    made = merge_into_composite(store, ids, by=office.by)
    unmerge(store, made.id, [drafts[1].id], by=office.by)
    (left,) = stored(store, made)
    assert left.unit_ids == (office.units[0].id,)
    assert "县水利局排查水域隐患" not in left.body.text
    assert "第三篇" in left.body.text


def test_a_text_edited_in_the_composite_is_not_lost(office, store, drafts):
    made = merge_into_composite(store, [one.id for one in drafts], by=office.by)
    save_text(store, made.id, made.title, plain("合起来写好的一段。"), by=office.by)
    unmerge(store, made.id, [drafts[1].id], by=office.by)
    assert stored(store, made)[0].body.text == "合起来写好的一段。"


@pytest.mark.parametrize("status", [Status.RETURNED, Status.FILED, Status.RELEASED])
def test_what_is_past_editing_does_not_join(office, store, drafts, status):
    with store.begin() as work:
        work.drafts.save(replace(drafts[0], status=status))
    with pytest.raises(NotAllowedError, match="排查学校周边水域"):
        merge_into_composite(store, [one.id for one in drafts], by=office.by)
    assert stored(store, drafts[1])[0].status is Status.NEW


def test_one_draft_makes_no_composite(office, store, drafts):
    with pytest.raises(DeskError, match="两篇"):
        merge_into_composite(store, [drafts[0].id, drafts[0].id], by=office.by)


def test_an_approved_composite_is_not_parted(office, store, drafts):
    made = merge_into_composite(store, [one.id for one in drafts], by=office.by)
    ready(store, made)
    with pytest.raises(NotAllowedError, match="退回"):
        unmerge(store, made.id, by=office.by)


def test_a_repeated_draft_goes_back_with_its_code(office, store, drafts):
    with store.begin() as work:
        work.lists.save_reason(Reason(REPEATED, Status.RETURNED, "与已报送的信息重复"))
    before = return_as_duplicate(store, drafts[1].id, drafts[0].id, by=office.by)
    (returned,) = stored(store, drafts[1])
    assert (returned.status, returned.reason) == (Status.RETURNED, REPEATED)
    assert returned.remark == "与2026年7月14日收到的“县教育局排查学校周边水域”重复"
    assert twins(store, drafts[1].id)[0].likeness.verdict is Verdict.RETURNED
    take_back_return(store, before, drafts[0].id, by=office.by)
    assert stored(store, drafts[1])[0].status is Status.NEW
    assert not twins(store, drafts[1].id)[0].likeness.verdict


def test_an_office_without_reasons_returns_it_too(office, store, drafts):
    return_as_duplicate(store, drafts[1].id, drafts[0].id, by=office.by)
    (returned,) = stored(store, drafts[1])
    assert (returned.status, returned.reason) == (Status.RETURNED, "")


def test_a_composite_is_not_compared_with_its_own_parts(office, store, drafts):
    made = merge_into_composite(store, [one.id for one in drafts], by=office.by)
    assert made.channel is Channel.COMPOSITE
    assert finish(compare(store, [made.id])) == 0
    later = office.draft("县教育局再报水域排查", TEXT)
    finish(compare(store, [later.id]))
    assert made.id not in {twin.other.id for twin in twins(store, later.id)}
