"""The life line tells everything that happened to a draft, in order."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from desk import approving, compiling, editing
from desk.approvals import Lane, Stage
from desk.approvals import Verdict as Vote
from desk.auditing import By, note
from desk.body import Body, Paragraph, Picture, Run, Table, plain
from desk.checks.catalogue import catalogue
from desk.commissions.commission import Commission, Task
from desk.correcting_issues import correct
from desk.drafts import Channel, Kept, Revision, Status
from desk.duplicates.likeness import Likeness, Nature, Verdict
from desk.jobs import finish
from desk.life import as_text, change, life
from desk.merging import merge_into_composite
from desk.releasing import release
from desk.settings import Settings
from desk.submissions import book_submission
from desk.withdrawing import withdraw

SETTINGS = Settings(office="云岭县人民政府办公室", clerk="王敏")


@pytest.fixture
def later(office):
    """Someone acting so many minutes later."""
    return lambda minutes: By("李强", office.by.now + timedelta(minutes=minutes))


@pytest.fixture
def told(office):
    """What happened, without the times."""
    return lambda draft: [
        (event.what, event.who, event.detail) for event in life(office.store, draft.id).events
    ]


def test_a_draft_with_nothing_but_its_arrival(office, told):
    draft = office.draft("校园安全", "三个字")
    assert told(draft) == [("收到来稿", "", "文件：校园安全.docx，3 字")]


def test_a_commission_it_answers_is_told_with_its_own_events(office, told):
    draft = office.draft("校园安全", "三个字")
    unit = draft.unit_ids[0]
    asked = Commission(
        title="关于校园安全的约稿",
        day=date(2026, 7, 15),
        number="约稿〔2026〕3号",
        due=office.by.now,
        tasks=(Task(unit, drafts=(draft.id,)),),
    )
    with office.store.begin() as work:
        kept = work.matters.save(asked, office.by)
        note(work, office.by, "发出", kept.subject, "约稿〔2026〕3号")
    assert told(draft)[-1] == ("约稿：发出", "王敏", "约稿〔2026〕3号")
    assert life(office.store, draft.id).events[-1].subject == kept.subject


def test_registering_at_once_is_said_with_the_arrival(office, told):
    draft = office.draft("校园安全", "三个字")
    with office.store.begin() as work:
        note(work, office.by, "登记来稿", f"draft:{draft.id}", "校园安全.docx")
        book_submission(work, draft, office.by)
    assert told(draft)[0] == ("收到来稿", "王敏", "文件：校园安全.docx，3 字")
    assert told(draft)[1:] == [("计入报送", "", "县教育局，计 1 篇")]


def test_registering_later_is_a_line_of_its_own(office, told, later):
    draft = office.draft("校园安全", "三个字")
    with office.store.begin() as work:
        note(work, later(60), "登记来稿", f"draft:{draft.id}", "纸质登记")
    assert told(draft)[1] == ("登记来稿", "李强", "纸质登记")


def test_editing_keeping_ticking_and_moving_are_told_in_order(office, told, later):
    draft = office.draft("校园安全", "检查开展开展")
    store = office.store
    editing.save_text(
        store, draft.id, draft.title, plain("检查开展"), by=later(1), why="按检查修改"
    )
    editing.waive(store, draft.id, Kept("W01", "开展"), "引文如此", by=later(2))
    editing.tick(store, draft.id, "facts", done=True, by=later(3))
    with store.begin() as work:
        lane = work.approvals.save_lane(Lane("下发", (Stage("信息科审核", "赵主任"),)))
    approving.submit(store, [draft.id], lane.id, by=later(4))
    said = approving.Decision(Vote.PASSED, "同意", signer="赵主任")
    approving.decide(store, [draft.id], said, by=later(5))
    whats = [what for what, _who, _detail in told(draft)]
    assert whats == [
        *("收到来稿", "开始编辑", "第 2 版：按检查修改", f"本文保留“{catalogue()['W01'].name}”"),
        *("核对", "送审", "审签同意"),
    ]
    assert told(draft)[2][2] == "改动 1 段，增 0 字，删 2 字"
    assert told(draft)[4][2] == "事实、人名、职务、单位名已与来源核对。"
    assert told(draft)[6][2] == "信息科审核：赵主任，意见：同意，李强登记；审签完毕"


@pytest.fixture
def printed(office, later):
    """A joint draft, released in an issue."""
    units = [unit.id for unit in office.units]
    draft = office.draft("联合检查", unit_ids=units, status=Status.READY)
    store, section = office.store, office.publication.sections[0].id
    issue = compiling.new_issue(store, office.publication.id, date(2026, 7, 15), by=later(2))
    with store.read() as work:
        entry = compiling.entry_of(work.drafts.get(draft.id), section)
    compiling.arrange(store, issue.id, [entry], by=later(3))
    return draft, issue


def test_an_entry_of_an_open_issue_is_told(printed, told):
    draft, _ = printed
    expected = "《政务信息》2026年第1期（总第1期）“信息”，全期第 1 条，联合"
    assert told(draft)[-1] == ("编入，尚未印发", "李强", expected)


def test_release_and_points_come_last_and_lead_on(office, printed, told, later):
    draft, issue = printed
    finish(release(office.store, issue.id, SETTINGS, by=later(9)))
    events = life(office.store, draft.id).events[-3:]
    assert [event.what for event in events] == ["印发采用", "得 2.5 分", "得 2.5 分"]
    assert events[0].who == "李强"
    assert "平均分配：5÷2=2.5 分" in events[1].detail
    assert [event.subject for event in events] == [
        f"issue:{issue.id}",
        *(f"unit:{unit.id}" for unit in office.units),
    ]
    points = life(office.store, draft.id).points
    half = Decimal("2.5")
    assert [(unit.short, sums) for unit, sums in points] == [("县教育局", half), ("县水利局", half)]


def test_a_composite_tells_its_sources_and_they_tell_it(office, told, later):
    parts = [office.draft("东校检查", "甲"), office.draft("西校检查", "乙")]
    made = merge_into_composite(office.store, [one.id for one in parts], by=later(5))
    with office.store.read() as work:
        assert work.drafts.get(made.id).channel is Channel.COMPOSITE
    sources = [event for event in life(office.store, made.id).events if "draft:" in event.subject]
    assert [event.detail for event in sources] == [
        "“东校检查”（县教育局）",
        "“西校检查”（县教育局）",
    ]
    last = life(office.store, parts[0].id).events[-1]
    assert (last.what, last.subject) == ("新到→并入", f"draft:{made.id}")


def test_likenesses_are_told_with_the_verdict(office, told):
    first, second = office.draft("东校检查"), office.draft("西校检查")
    with office.store.begin() as work:
        work.likenesses.put(second.id, [Likeness(second.id, first.id, Nature.AGAIN, 82)])
    expected = "与“西校检查”（县教育局）相似 82%，同一单位重报；还没有判定"
    assert told(first)[1] == ("发现相似稿件", "", expected)
    with office.store.begin() as work:
        work.likenesses.decide(second.id, first.id, Verdict.DISTINCT)
    assert told(second)[1][2].endswith("不是重复")


def test_three_hundred_revisions_are_all_told(office, told, later):
    draft = office.draft("校园安全", "起初")
    with office.store.begin() as work:
        for number in range(1, 300):
            text = plain(f"起初\n第{number}次")
            saved = later(number * 20)
            revision = Revision(0, saved.now, saved.who, "自动保存", draft.title, text)
            work.drafts.revise(draft, revision)
    events = life(office.store, draft.id).events
    assert len(events) == 300
    assert [event.when for event in events] == sorted(event.when for event in events)
    assert events[-1].subject == "revision:300"


def revision(text, title="标题"):
    body = text if isinstance(text, Body) else plain(text)
    return Revision(1, datetime(2026, 7, 15, tzinfo=UTC), "王敏", "", title, body)


BOLD = Body((Paragraph((Run("甲", bold=True),)),))
TABLE = Body((Table((("1", "2"),)), Picture("x", 1, 1)))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (revision("甲\n乙"), revision("甲\n乙丙"), "改动 1 段，增 1 字，删 0 字"),
        (revision("甲乙丙"), revision("甲丁丙"), "改动 1 段，增 1 字，删 1 字"),
        (revision("甲"), revision("甲", "新标题"), "改了标题"),
        (revision("甲"), revision(BOLD), "改格式 1 处"),
        (revision("甲"), revision("甲"), "文字没有变"),
        (revision(""), revision(TABLE), "增 1 表，增 1 图"),
        (revision("今年抓好防汛\n清沟排水"), revision("清沟排水\n今年抓好防汛"), "移动 1 段"),
    ],
)
def test_the_size_of_a_change_is_told(before, after, said):
    assert change(before, after) == said


def test_the_whole_can_be_copied_as_text(office):
    draft = office.draft("校园安全", "三个字", status=Status.FILED)
    lines = as_text(life(office.store, draft.id)).splitlines()
    assert lines[:2] == ["校园安全", "云岭县教育局　存查"]
    assert lines[2].endswith("收到来稿　文件：校园安全.docx，3 字")


@pytest.fixture
def one_released(office):
    """An issue with one draft, released."""
    draft = office.draft("校园安全", status=Status.READY)
    opened = compiling.new_issue(
        office.store, office.publication.id, date(2026, 7, 15), by=office.by
    )
    entry = compiling.entry_of(draft, office.publication.sections[0].id)
    compiling.arrange(office.store, opened.id, [entry], by=office.by)
    return draft, finish(release(office.store, opened.id, SETTINGS, by=office.by))


def test_a_correction_and_a_withdrawal_are_told_with_the_points_they_took(
    office, told, later, one_released
):
    draft, issue = one_released
    opened = correct(office.store, issue.id, by=later(60))
    finish(release(office.store, opened.id, SETTINGS, by=later(120)))
    withdraw(office.store, opened.id, "内容失实", by=later(180))
    name = "《政务信息》2026年第1期"
    assert told(draft)[1:] == [
        ("印发采用", "王敏", f"{name}（总第1期）“信息”，全期第 1 条，单条"),
        ("得 5 分", "", "县教育局：《政务信息》第1期“信息”采用，单条 5 分"),
        ("印发采用", "李强", f"{name}（更正）（总第1期）“信息”，全期第 1 条，单条"),
        ("所在一期已更正", "李强", f"由{name}（更正）代替"),
        ("得 5 分", "", "县教育局：《政务信息》第1期（更正）“信息”采用，单条 5 分"),
        ("冲销 5 分", "", "县教育局：冲销：《政务信息》第1期“信息”采用，单条 5 分（更正第1期）"),
        ("撤销印发", "李强", f"{name}（更正）已撤销，退回可用：内容失实"),
        (
            "冲销 5 分",
            "",
            "县教育局：冲销：《政务信息》第1期（更正）“信息”采用，单条 5 分（撤销第1期（更正））",
        ),
    ]
    found = life(office.store, draft.id)
    assert found.points == ((office.units[0], Decimal(0)),)


def test_a_draft_left_out_of_the_correction_says_so(office, told, later, one_released):
    draft, issue = one_released
    other = office.draft("另一条", status=Status.READY)
    opened = correct(office.store, issue.id, by=later(60))
    entry = compiling.entry_of(other, office.publication.sections[0].id)
    compiling.arrange(office.store, opened.id, [entry], by=later(60))
    finish(release(office.store, opened.id, SETTINGS, by=later(120)))
    events = {what: detail for what, _who, detail in told(draft)}
    assert events["所在一期已更正"].endswith("代替，更正后没有这一条")
    assert events["更正移出"] == "《政务信息》2026年第1期已更正，更正后没有这一条"
    assert events["冲销 5 分"].startswith("县教育局：冲销：")
