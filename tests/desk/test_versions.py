from dataclasses import replace
from datetime import date

import pytest

from desk.adopting import adoptions
from desk.answering import feedbacks
from desk.body import Body, Paragraph, Run
from desk.comparing import compare
from desk.compiling import arrange, entry_of, new_issue
from desk.correcting import Particulars, correct
from desk.deciding import decide
from desk.drafts import Channel, DraftQuery, Secrecy, Status
from desk.editing import move
from desk.errors import DeskError, NotAllowedError
from desk.handling import tag
from desk.issues import Role
from desk.jobs import finish
from desk.life import life
from desk.listing import save_topic
from desk.merging import merge_into_composite
from desk.publications import Limits, Publication, Section
from desk.releasing import release
from desk.settings import Settings
from desk.submissions import book_submission
from desk.topics import Topic
from desk.versions import item_of, make, put_away, put_back

TEXT = (
    "7月14日，县教育局通过组织12个检查组，对全县86所学校开展安全检查，发现隐患35处。\n"
    "由于部分学校年久失修，线路老化问题较多。\n"
    "一是压实责任，签订责任书86份。\n"
    "截至目前，隐患已全部整改到位，整改率达100%。"
)
DAY = date(2026, 7, 16)


@pytest.fixture
def daily(store):
    """《每日要情》, which takes results only."""
    with store.begin() as work:
        return work.catalogue.save_publication(
            Publication(
                "每日要情",
                (Section("要情", 0),),
                template="meiri",
                limits=Limits(longest=150),
                results_only=True,
            )
        )


@pytest.fixture
def draft(office, store):
    made = office.draft("县教育局整改校园隐患35处", TEXT, status=Status.EDITING)
    with store.begin() as work:
        book_submission(work, made, office.by)
    return made


@pytest.fixture
def version(office, store, daily, draft):
    return make(store, draft.id, daily.id, by=office.by)


def ready(store, draft):
    with store.begin() as work:
        work.drafts.save(replace(work.drafts.get(draft.id), status=Status.READY))


def stored(store, draft):
    with store.read() as work:
        return work.drafts.get(draft.id)


def test_a_version_is_a_text_of_its_own_with_the_register_of_its_original(version, draft, daily):
    assert (version.channel, version.version_of, version.carrier_id) == (
        Channel.VERSION,
        draft.id,
        daily.id,
    )
    assert (version.unit_ids, version.kind) == (draft.unit_ids, draft.kind)
    assert version.status is Status.EDITING


def test_results_alone_are_proposed_where_nothing_else_is_wanted(version):
    assert version.body.text == (
        "7月14日，县教育局对全县86所学校开展安全检查，发现隐患35处。"
        "截至目前，隐患已全部整改到位，整改率达100%。"
    )


def test_steps_and_plans_are_no_results(office, store, daily):
    text = (
        "今年1至10月，县农商银行向1412户企业发放贷款11.8亿元。\n"
        "一是走访摸需求。21名客户经理分片走访园区，登记融资需求182条。\n"
        "下一步，将对整改情况组织回头看，整改率达到100%。"
    )
    draft = office.draft("县农商银行服务小微企业", text)
    version = make(store, draft.id, daily.id, by=office.by)
    assert version.body.text == "今年1至10月，县农商银行向1412户企业发放贷款11.8亿元。"


def test_another_publication_gets_the_text_as_it_is(office, store, draft):
    assert make(store, draft.id, office.publication.id, by=office.by).body == draft.body


def test_a_second_version_for_a_publication_is_refused(office, store, version, daily):
    with pytest.raises(NotAllowedError, match="已经有"):
        make(store, version.id, daily.id, by=office.by)


def test_an_item_counts_once_however_many_versions_it_has(office, store, version, draft):
    with store.read() as work:
        assert work.drafts.ids(DraftQuery()) == [draft.id]
        assert work.drafts.counts()[Status.EDITING] == 1
        assert work.drafts.facets(DraftQuery()).total == 1
        assert sum(one.drafts for one in work.drafts.tallies(date(2026, 7, 1), DAY)) == 1
        assert len(work.ledger.between(date(2026, 7, 1), DAY)) == 1
        assert [one.id for one in work.drafts.timings([Status.EDITING])] == [draft.id]


def test_a_search_of_the_whole_history_finds_versions_too(store, version, draft):
    with store.read() as work:
        found = work.drafts.ids(DraftQuery(words="校园隐患", with_versions=True))
        assert set(found) == {draft.id, version.id}
        assert work.drafts.ids(DraftQuery(words="校园隐患")) == [draft.id]


def test_a_version_is_no_duplicate_of_its_original(store, version, draft):
    assert finish(compare(store, [version.id])) == 0
    assert finish(compare(store, [draft.id])) == 0


def test_a_correction_of_the_original_reaches_its_versions(office, store, version, draft):
    told = replace(Particulars.of(draft), unit_ids=(office.units[1].id,), secrecy=Secrecy.INTERNAL)
    correct(store, draft.id, told, by=office.by)
    found = stored(store, version)
    assert (found.unit_ids, found.secrecy) == ((office.units[1].id,), Secrecy.INTERNAL)


def test_topics_of_the_original_are_those_of_its_versions(office, store, version, draft):
    tag(store, [draft.id], ["防讯"], on=True, by=office.by)
    save_topic(store, Topic("防汛"), by=office.by, former="防讯")
    with store.read() as work:
        assert work.drafts.get(version.id).topics == ("防汛",)


def test_a_version_cannot_be_corrected_beside_its_original(office, store, version):
    told = replace(Particulars.of(version), author="另一个人")
    with pytest.raises(NotAllowedError, match="随原稿件"):
        correct(store, version.id, told, by=office.by)
    retitled = replace(Particulars.of(version), title="校园隐患全部整改")
    assert correct(store, version.id, retitled, by=office.by).draft.title == "校园隐患全部整改"


def test_a_version_put_away_comes_back_as_it_was(office, store, version, daily):
    former = put_away(store, version.id, by=office.by)
    with store.read() as work:
        assert item_of(work, version.id).in_use == ()
    put_back(store, version.id, former, by=office.by)
    assert stored(store, version).status is Status.EDITING
    put_away(store, version.id, by=office.by)
    assert make(store, version.version_of, daily.id, by=office.by).id == version.id


def test_a_version_stays_away_once_its_original_was_sent_back(office, store, version, draft):
    status = put_away(store, version.id, by=office.by)
    decide(store, [draft.id], Status.RETURNED, by=office.by, remark="过时")
    with pytest.raises(NotAllowedError, match="现在是“退稿”"):
        put_back(store, version.id, status, by=office.by)
    with pytest.raises(NotAllowedError, match="现在是“退稿”"):
        move(store, [version.id], Status.EDITING, by=office.by)


def test_a_draft_itself_is_not_deleted_as_a_version(office, store, draft):
    with pytest.raises(DeskError, match="来稿本身"):
        put_away(store, draft.id, by=office.by)


def test_a_version_stands_only_in_its_own_publication(office, store, version):
    ready(store, version)
    issue = new_issue(store, office.publication.id, DAY, by=office.by)
    entry = entry_of(version, office.publication.sections[0].id)
    with pytest.raises(NotAllowedError, match="为别的刊物做的一版"):
        arrange(store, issue.id, [entry], by=office.by)


def test_an_item_stands_once_in_an_issue(office, store, version, draft, daily):
    ready(store, version)
    ready(store, draft)
    issue = new_issue(store, daily.id, DAY, by=office.by)
    entries = [entry_of(one, daily.sections[0].id) for one in (version, draft)]
    with pytest.raises(DeskError, match="不能编在同一期"):
        arrange(store, issue.id, entries, by=office.by)


def test_a_draft_is_not_sent_back_while_a_version_of_it_is_in_use(office, store, version, draft):
    with pytest.raises(NotAllowedError, match="有刊物版在用"):
        decide(store, [draft.id], Status.RETURNED, by=office.by, remark="缺少数据")
    with pytest.raises(NotAllowedError, match="不用这一版时"):
        decide(store, [version.id], Status.FILED, by=office.by)
    put_away(store, version.id, by=office.by)
    decide(store, [draft.id], Status.RETURNED, by=office.by, remark="缺少数据")
    assert stored(store, draft).status is Status.RETURNED


def test_a_draft_with_a_version_is_not_merged(office, store, version, draft):
    other = office.draft("县水利局巡查河道")
    with pytest.raises(NotAllowedError, match="有刊物版"):
        merge_into_composite(store, [draft.id, other.id], by=office.by)


def printed(office, store, draft, publication):
    ready(store, draft)
    issue = new_issue(store, publication.id, DAY, by=office.by)
    entry = entry_of(draft, publication.sections[0].id)
    arrange(store, issue.id, [entry], by=office.by)
    return finish(release(store, issue.id, Settings(office="云岭县人民政府办公室"), by=office.by))


@pytest.fixture
def both(office, store, version, draft, daily):
    """The version printed in one publication, then the original in the other."""
    plain = Body((Paragraph((Run("7月14日，县教育局检查学校86所，发现隐患35处。"),)),))
    with store.begin() as work:
        for one in (version, draft):
            last = work.drafts.last_revision(one.id)
            work.drafts.revise(replace(one, body=plain), replace(last, body=plain))
    printed(office, store, version, daily)
    return version, draft


def test_printing_a_version_leaves_its_original_free_for_another(office, store, both):
    version, draft = both
    assert stored(store, version).status is Status.RELEASED
    assert stored(store, draft).status is Status.EDITING
    with store.read() as work:
        daily = version.carrier_id
        assert work.drafts.ids(DraftQuery(publication_id=daily)) == [draft.id]
        (tally,) = work.drafts.tallies(date(2026, 7, 1), DAY)
    assert tally.status is Status.RELEASED  # the unit's draft was used


def test_a_unit_hears_that_its_draft_was_used_by_a_version(office, store, both):
    (letter,) = feedbacks(store, [both[1].id], office="县政府办", day=DAY)
    assert "《每日要情》2026年第1期" in str(letter)


def test_adoptions_of_all_versions_are_of_one_item(office, store, both):
    printed(office, store, both[1], office.publication)
    with store.read() as work:
        facts = work.ledger.between(DAY, DAY)
    assert {fact.publication_id for fact in facts} == {
        both[0].carrier_id,
        office.publication.id,
    }
    assert {fact.item_id for fact in facts} == {both[1].id}


def test_the_life_of_an_item_tells_where_each_text_was_printed(office, store, both):
    said = [event.detail for event in life(store, both[1].id).events if event.what == "印发采用"]
    assert len(said) == 1
    assert "《每日要情》2026年第1期" in said[0]
    assert said[0].endswith("用的是刊物版")


def test_a_version_of_a_composite_is_printed_as_one(office, store, daily):
    parts = [office.draft(f"县教育局第{one}件") for one in (1, 2)]
    made = merge_into_composite(store, [one.id for one in parts], by=office.by)
    version = make(store, made.id, daily.id, by=office.by)
    assert entry_of(version, daily.sections[0].id, made).role is Role.COMPOSITE
    assert {block.source for block in version.body.blocks} == {0}


def test_a_version_or_composite_counts_as_asked_for_where_the_draft_behind_it_was(office, store):
    first, second = office.units
    asked = office.draft("县教育局应约报来", channel=Channel.COMMISSION)
    other = office.draft("县水利局自己报来", unit_ids=(second.id,))
    made = merge_into_composite(store, [asked.id, other.id], by=office.by)
    ready(store, made)
    entry = entry_of(made, office.publication.sections[0].id)
    issue = new_issue(store, office.publication.id, DAY, by=office.by)
    arrange(store, issue.id, [entry], by=office.by)
    with store.read() as work:
        told = {
            fact.unit_id: fact.particulars.commissioned
            for fact in adoptions(work, work.issues.get(issue.id))
        }
    assert told == {first.id: True, second.id: False}
