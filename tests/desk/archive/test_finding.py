"""Full text over what was printed."""

from dataclasses import replace
from datetime import date

from desk.archive.finding import find_printed
from desk.archive.indexing import index_issue, index_some
from desk.jobs import finish
from desk.releasing import release
from desk.settings import Settings

FLOOD = ("县水利局抢修水毁工程", "连日来，县水利局组织抢修水毁工程35处，投入机械12台。")
CARE = ("县民政局发展互助养老", "县民政局建成农村互助养老服务站55个。")


def find(store, query, **scope):
    with store.read() as work:
        return find_printed(work, query, **scope)


def test_a_word_is_found_on_its_page_with_its_place(store, shelved, read_in):
    shelved(3, texts=[FLOOD, CARE], pages=True)
    read_in()
    (hit,) = find(store, "服务站")
    assert (hit.name, hit.page, hit.item.title) == ("《政务信息》2026年第3期", 1, CARE[0])
    assert [hit.excerpt[start:end] for start, end in hit.spans] == ["服务站"]


def test_what_was_printed_is_found_after_the_draft_has_changed(store, shelved, read_in):
    issue = shelved(3, texts=[("原来的标题", FLOOD[1])], pages=False)
    read_in()
    with store.begin() as work:
        draft = work.drafts.get(issue.entries[0].draft_id)
        work.drafts.save(replace(draft, title="改过的标题"))
    assert [hit.item.title for hit in find(store, "原来的标题")] == ["原来的标题"]
    assert find(store, "改过的标题") == []


def test_all_words_must_stand_in_one_item(store, shelved, read_in):
    shelved(3, texts=[FLOOD, CARE])
    read_in()
    assert [hit.item.title for hit in find(store, "水利局 机械")] == [FLOOD[0]]
    assert find(store, "水利局 服务站") == []


def test_neighbours_that_never_stood_together_are_no_hit(store, shelved, read_in):
    shelved(3, texts=[("甲", "水利工程，利民工程，水利民生")])
    read_in()
    assert find(store, "水利民工") == []
    assert len(find(store, "水利民生")) == 1


def test_the_newest_issue_comes_first_and_a_year_narrows(store, shelved, read_in):
    shelved(9, date(2025, 3, 1), texts=[FLOOD])
    shelved(1, date(2026, 3, 1), texts=[(f"{FLOOD[0]}二", FLOOD[1])])
    read_in()
    assert [hit.issue.day.year for hit in find(store, "抢修")] == [2026, 2025]
    assert [hit.issue.number for hit in find(store, "抢修", year=2025)] == [9]


def test_units_sections_and_single_characters_are_searched(store, shelved, read_in):
    shelved(3, texts=[FLOOD])
    read_in()
    assert len(find(store, "县教育局")) == len(find(store, "修")) == 1
    assert find(store, "") == []


def test_open_issues_wait_for_their_release(store, shelved, opened_issue):
    opened_issue("没有印发的稿件")
    shelved(3, texts=[FLOOD])
    assert index_some(store) == 0
    assert find(store, "没有印发") == []


def test_reading_an_issue_twice_keeps_it_once(store, shelved):
    issue = shelved(3, texts=[FLOOD])
    for _ in range(2):
        with store.begin() as work:
            index_issue(work, issue)
    assert len(find(store, "抢修")) == 1


def test_an_issue_is_found_once_released_by_its_titles_and_units(store, office, opened_issue):
    issue = opened_issue("县教育局开展校园安全检查")
    settings = Settings(office="云岭县人民政府办公室")
    released = finish(release(store, issue.id, settings, by=office.by))
    assert len(find(store, "校园安全")) == 1
    with store.begin() as work:
        draft = work.drafts.get(released.entries[0].draft_id)
        work.drafts.save(replace(draft, title="改过的标题", unit_ids=(office.units[1].id,)))
        index_issue(work, released)
    (hit,) = find(store, "校园安全")
    assert (hit.item.title, hit.item.units) == ("县教育局开展校园安全检查", "县教育局")
    assert hit.item.text.startswith("7月14日")
