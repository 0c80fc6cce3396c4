"""Words are replaced in a whole issue, in every draft or in none, and can be taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk import compiling
from desk.approvals import Approval, Stage, Step, Verdict
from desk.body import Body, Table
from desk.drafts import Status
from desk.errors import FieldError, NotAllowedError
from desk.issues import Entry, IssueStatus
from desk.preflight.run import remarks
from desk.replacing import CHANGED_AFTER, Replacement, hits_in, replace_in_issue, take_back
from desk.settings import Settings
from desk.writing.finding import Pattern

WORDS = Pattern("教育局")
NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)


@pytest.fixture
def issue(office):
    """An open issue with two approved drafts."""
    drafts = [
        office.draft("县教育局检查校园", "县教育局检查。\n教育局整改。", status=Status.READY),
        office.draft("县水利局检查堤防", "县水利局检查，教育局配合。", status=Status.READY),
    ]
    section = office.publication.sections[0].id
    made = compiling.new_issue(office.store, office.publication.id, date(2026, 7, 16), by=office.by)
    entries = [Entry(one.id, section) for one in drafts]
    return compiling.arrange(office.store, made.id, entries, by=office.by)


@pytest.fixture
def run(office, issue):
    def run(chosen=None, new="教体局", reason="统一简称", pattern=WORDS):
        hits = hits_in(office.store, issue.id, pattern) if chosen is None else chosen
        what = Replacement(pattern, new, reason)
        return replace_in_issue(office.store, issue.id, what, hits, by=office.by)

    return run


def texts(office, issue):
    with office.store.read() as work:
        found = work.drafts.several([one.draft_id for one in issue.entries])
    return [(one.title, one.body.text, one.status) for one in found]


def test_every_place_of_an_issue_is_listed_with_what_stands_around_it(office, issue):
    found = hits_in(office.store, issue.id, WORDS)
    assert [(one.place, one.before, one.after) for one in found] == [
        ("标题", "县", "检查校园"), ("第1段", "县", "检查。"), ("第2段", "", "整改。"),
        ("第1段", "县水利局检查，", "配合。"),
    ]  # fmt: skip


def test_all_places_are_replaced_and_approved_drafts_stay_approved(office, issue, run):
    assert run().count == 4
    assert texts(office, issue) == [
        ("县教体局检查校园", "县教体局检查。\n教体局整改。", Status.READY),
        ("县水利局检查堤防", "县水利局检查，教体局配合。", Status.READY),
    ]
    with office.store.read() as work:
        draft_id = issue.entries[0].draft_id
        assert work.drafts.last_revision(draft_id).why == "全期替换：教育局→教体局"
        record = work.audit.records(f"draft:{draft_id}")[0]
        assert (record.action, record.detail) == (CHANGED_AFTER, "教育局→教体局，3 处：统一简称")


def test_only_chosen_places_are_replaced(office, issue, run):
    hits = hits_in(office.store, issue.id, WORDS)
    run(hits[1:2])
    assert texts(office, issue)[0][:2] == ("县教育局检查校园", "县教体局检查。\n教育局整改。")


def test_taking_it_back_brings_every_text_back(office, issue, run):
    before = texts(office, issue)
    take_back(office.store, run(), by=office.by)
    assert texts(office, issue) == before


def test_a_text_changed_since_is_not_taken_back_and_nor_are_the_others(office, issue, run):
    done = run()
    later = hits_in(office.store, issue.id, Pattern("水利局"))
    what = Replacement(Pattern("水利局"), "水务局", "改名")
    replace_in_issue(office.store, issue.id, what, later, by=office.by)
    before = texts(office, issue)
    with pytest.raises(NotAllowedError, match="替换以后又改过"):
        take_back(office.store, done, by=office.by)
    assert texts(office, issue) == before


def test_places_found_in_an_older_text_are_refused(office, issue, run):
    hits = hits_in(office.store, issue.id, WORDS)
    run()
    with pytest.raises(NotAllowedError, match="刚刚有改动"):
        run(hits)


def test_a_reason_and_places_are_asked_for(run):
    with pytest.raises(FieldError, match="理由"):
        run(reason=" ")
    with pytest.raises(FieldError, match="没有选中"):
        run([])


def test_a_released_issue_is_refused(office, issue, run):
    with office.store.begin() as work:
        work.issues.save(replace(issue, status=IssueStatus.RELEASED))
    with pytest.raises(NotAllowedError, match="已经印发"):
        hits_in(office.store, issue.id, WORDS)


def test_a_draft_printed_elsewhere_is_refused_with_all_others(office, issue, run):
    before = texts(office, issue)
    with office.store.begin() as work:
        last = work.drafts.get(issue.entries[1].draft_id)
        work.drafts.save(replace(last, status=Status.RELEASED))
    with pytest.raises(NotAllowedError, match="已经随别的一期印发"):
        run()
    assert [one[:2] for one in texts(office, issue)] == [one[:2] for one in before]


def test_what_was_printed_since_is_not_taken_back(office, issue, run):
    done = run()
    with office.store.begin() as work:
        last = work.drafts.get(issue.entries[1].draft_id)
        work.drafts.save(replace(last, status=Status.RELEASED))
    with pytest.raises(NotAllowedError, match="已经随别的一期印发，不能撤销"):
        take_back(office.store, done, by=office.by)


def test_special_characters_are_words_like_others(office, issue, run):
    pattern = Pattern("(86所.*)")
    assert hits_in(office.store, issue.id, pattern) == []
    run(new=r"$0[。]")
    assert texts(office, issue)[1][1] == r"县水利局检查，$0[。]配合。"


def test_cells_and_captions_are_named_by_their_table(office, issue):
    draft_id = issue.entries[0].draft_id
    table = Table((("单位", "数"), ("教育局", "1")), 1, "表1 教育局")
    with office.store.begin() as work:
        draft = work.drafts.get(draft_id)
        body = Body((*draft.body.blocks, table))
        last = work.drafts.last_revision(draft_id)
        work.drafts.revise(replace(draft, body=body), replace(last, body=body))
    places = [one.place for one in hits_in(office.store, issue.id, WORDS)]
    assert "表1题注" in places
    assert "表1第2行第1列" in places


def test_the_undo_of_nothing_left_out_is_recorded(office, issue, run):
    take_back(office.store, run(), by=office.by)
    with office.store.read() as work:
        actions = [one.action for one in work.audit.records(f"issue:{issue.id}")]
    assert actions[:2] == ["撤销全期替换", "全期替换"]


@pytest.fixture
def approved(office, issue):
    """The first draft of the issue has passed its lane."""
    draft_id = issue.entries[0].draft_id
    with office.store.begin() as work:
        number = work.drafts.last_revision(draft_id).number
        step = Step(Stage("信息科审核"), verdict=Verdict.PASSED)
        work.approvals.save(Approval(draft_id, "下发", (step,), NOW, "王敏", number))


def preflight(office, issue):
    with office.store.read() as work:
        said = remarks(work, issue, Settings(office="县政府办"), issue.day)
    return [one.text for one in said if "审签后改过文字" in one.text]


def test_before_release_the_leader_is_asked_to_look_again(office, issue, run, approved):
    assert preflight(office, issue) == []
    done = run()
    assert preflight(office, issue) == ["“县教体局检查校园”审签后改过文字，请再请领导过目"]
    take_back(office.store, done, by=office.by)
    assert preflight(office, issue) == []
