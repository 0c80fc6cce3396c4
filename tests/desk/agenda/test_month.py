"""A month of a small office, played day by day: what is due is on 今日, and nothing else.

What must stand there is written down by hand beside the script, and owes nothing to the finders.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

import pytest

from desk import compiling, scheduling, timing
from desk.agenda.duty import Machine
from desk.agenda.reading import duties, ground_of
from desk.approvals import Lane, Stage
from desk.approving import submit
from desk.auditing import By
from desk.clocks import Clock
from desk.closings.books import close
from desk.closings.periods import find
from desk.commissions import extending, issuing, results
from desk.commissions.commission import Commission, Outcome, Task
from desk.commissions.results import Verdict
from desk.drafts import Kind, Status
from desk.emergencies.categories import EmergencyForms
from desk.emergencies.consenting import consent, sign
from desk.emergencies.emergency import Consent, Emergency, Sending, Way
from desk.emergencies.raising import raise_emergency, stamp
from desk.emergencies.reporting import end, send_up
from desk.emergencies.wording import first_report
from desk.facts import Fact, FactKind
from desk.instructions.answering import take_feedback
from desk.instructions.handing import Handover, hand_over
from desk.instructions.instruction import Feedback, Instruction, Tone
from desk.instructions.registering import register
from desk.office_clock import moment_at
from desk.publications import Rhythm, Schedule
from desk.terms import ClockUnit
from desk.topic_pool.foreseeable import Foreseeable

FIRST, LAST = date(2026, 6, 1), date(2026, 6, 30)  # Monday; Friday 19 June is a holiday
OFF = (date(2026, 6, 8), date(2026, 6, 14))  # the machine is not turned on
MORNING, EVENING = time(8), time(19)

# What must stand on 今日: words of its line, from and until when; written by hand.
MUST = (
    # a draft: four hours after it came, and until its day is over for it (不过日) and it is filed
    ("校园安全检查", "06-01 13:00", "06-03 10:00"),
    # ten days from the event run out while the machine is off; filed on the second day after
    ("秋粮进度", "06-13 00:00", "06-16 11:00"),
    # the same, out on its tenth day
    ("旅游旺季", "06-26 00:00", "06-26 17:00"),
    # notice due on Thursday at 18:00: both, then one, who gets more time on Friday
    ("防汛准备：2 家未报", "06-04 00:00", "06-04 10:00"),
    ("防汛准备：1 家未报", "06-04 10:00", "06-04 18:00"),
    ("防汛准备：1 家逾期未报", "06-04 18:00", "06-05 09:00"),
    ("防汛准备：2 家的结果待确认", "06-05 00:00", "06-05 09:00"),
    ("防汛准备：1 家未报", "06-16 00:00", "06-16 17:00"),
    ("防汛准备：2 家的结果待确认", "06-17 00:00", "06-17 10:00"),
    # due on Friday at noon; one is exempt, one never answers; results are confirmed on the 15th
    ("夏收进度：1 家未报", "06-05 00:00", "06-05 12:00"),
    ("夏收进度：1 家逾期未报", "06-05 12:00", "06-15 10:00"),
    ("夏收进度：1 家的结果待确认", "06-06 00:00", "06-15 10:00"),
    # May, by the fifth working day
    ("5月还没有结账", "06-05 00:00", "06-16 09:00"),
    # the weekly: not on the 5th, missed on the 12th, the holiday's on Monday 22, none on the 26th
    ("今天应出《政务信息》", "06-05 00:00", "06-05 10:00"),
    ("6月12日的《政务信息》没有出刊", "06-12 00:00", "06-15 09:00"),
    ("今天应出《政务信息》", "06-22 00:00", "06-22 10:00"),
    ("《政务信息》第1期待印发", "06-22 10:00", "06-24 11:00"),
    # two office hours on Tuesday, two on Wednesday; signed on Thursday
    ("河道清淤", "06-24 10:30", "06-25 09:00"),
    # handed over a day late; feedback by Monday 29 at 18:00, which comes on Tuesday
    ("批示还没有交办", "06-23 15:00", "06-24 10:00"),
    ("要反馈", "06-29 00:00", "06-30 09:00"),
    # a fire of 7:00, known at 7:10: by telephone and on paper at once; over by ten
    ("电话上报：", "06-30 07:10", "06-30 08:20"),
    ("书面上报：", "06-30 07:10", "06-30 08:20"),
    # our seventy minutes are to be judged, and the unit's ten when all is over
    ("本办公室迟报，请认定", "06-30 08:20", "07-01 00:00"),
    ("县水利局按时报送，请认定", "06-30 10:00", "07-01 00:00"),
    # the list of points for July is due on the 25th, and nobody writes it
    ("7月信息报送要点还没有印发", "06-25 00:00", "07-01 00:00"),
)


def at(text: str) -> datetime:
    """06-05 09:00 of the year, at the office."""
    return datetime.fromisoformat(f"2026-{text}:00+08:00")


@dataclass
class Month:
    """The office and the script of its month."""

    office: object
    store: object
    ids: dict[str, int]

    def by(self, text: str) -> By:
        return By("王敏", at(text))

    def draft(self, title: str, came: str, status: Status = Status.NEW, **fields: object) -> None:
        values = {"received": at(came), "event_date": at(came).date(), **fields}
        self.ids[title] = self.office.draft(title, status=status, **values).id
        timing.reset(self.store, by=self.by(came))

    def move(self, title: str, status: Status) -> None:
        with self.store.begin() as work:
            work.drafts.save(replace(work.drafts.get(self.ids[title]), status=status))

    def notice(self, title: str, sent: str, due: str) -> None:
        tasks = tuple(Task(one.id) for one in self.office.units)
        new = Commission(
            title=title, day=at(sent).date(), due=at(due), contact="王敏 1", tasks=tasks
        )
        self.ids[title] = issuing.issue(self.store, new, by=self.by(sent)).id

    def answer(self, title: str, unit: int, when: str) -> None:
        wanted = self.office.units[unit].id
        with self.store.begin() as work:
            held = work.matters.get(Commission, self.ids[title])
            tasks = tuple(
                replace(one, answered=at(when)) if one.unit_id == wanted else one
                for one in held.tasks
            )
            work.matters.save(replace(held, tasks=tasks), self.by(when))

    def settle(self, title: str, when: str, *outcomes: tuple[int, Outcome]) -> None:
        verdicts = [Verdict(self.office.units[unit].id, outcome) for unit, outcome in outcomes]
        results.confirm(
            self.store, self.ids[title], verdicts, books=False, closes=True, by=self.by(when)
        )

    def unit(self, number: int) -> tuple[int, ...]:
        return (self.office.units[number].id,)

    def close_may(self) -> None:
        with self.store.read() as work:
            may = find(work.catalogue.schemes(), "2026-05")
        close(self.store, may, by=self.by("06-16 09:00"))

    def skip(self, day: str, when: str) -> None:
        publication = self.office.publication.id
        scheduling.skip(
            self.store, publication, at(f"{day} 00:00").date(), "停刊", by=self.by(when)
        )

    def begin_issue(self) -> None:
        by = self.by("06-22 10:00")
        issue = compiling.new_issue(self.store, self.office.publication.id, by.today, by=by)
        self.ids["issue"] = issue.id

    def drop_issue(self) -> None:
        with self.store.begin() as work:
            work.issues.delete(self.ids["issue"])
        self.skip("06-22", "06-24 11:00")

    def send_to_sign(self) -> None:
        with self.store.begin() as work:
            lane = work.approvals.save_lane(Lane("下发", (Stage("主任审签", "郑国平", 4),)))
        submit(self.store, [self.ids["河道清淤"]], lane.id, by=self.by("06-23 16:00"))

    def instruct(self) -> None:
        self.draft("学校防溺水", "06-22 09:00", Status.FILED)
        wanted = Instruction(
            title="", day=date(2026, 6, 23), item_id=self.ids["学校防溺水"], leader="郑国平",
            rank="主要领导", level="本级", tone=Tone.DEMAND, text="请抓紧整改。",
            received=at("06-23 15:00"),
        )  # fmt: skip
        done = register(self.store, wanted, by=self.by("06-23 15:00"))
        self.ids["instruction"] = done.latter.id

    def hand_over(self) -> None:
        wanted = Handover(self.unit(0), due=at("06-29 18:00"))
        hand_over(self.store, self.ids["instruction"], wanted, by=self.by("06-24 10:00"))

    def feed_back(self) -> None:
        by = self.by("06-30 09:00")
        told = Feedback(by.now, "已整改完毕。")
        take_feedback(self.store, self.ids["instruction"], *self.unit(0), told, by=by)

    def fire(self) -> None:
        one = Emergency(
            title="", day=date(2026, 6, 30), category="火情", place="青石镇", event="火灾",
            reporter_id=self.office.units[1].id, happened=at("06-30 07:00"),
            known=at("06-30 07:10"), slots=(("dead", "0"),),
        )  # fmt: skip
        words = first_report(one, EmergencyForms().category("火情"))
        done = raise_emergency(self.store, one, words, by=self.by("06-30 07:10"))
        self.ids["fire"] = done.now.id

    def report_fire(self) -> None:
        by, fire = self.by("06-30 08:20"), self.ids["fire"]
        stamp(self.store, fire, "phoned", by.now, by=by)
        send_up(self.store, fire, 0, Sending(by.now, "市里", "传真"), by=by)
        consent(self.store, fire, 0, Consent("李国华", Way.PHONE, by.now), by=by)
        sign(self.store, fire, 0, by.today, by=by)

    def script(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Everything that happens, in its order."""
        yield from self.first_half()
        yield from self.second_half()

    def first_half(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Until the machine has been off for a week."""
        more = extending.extend
        ids, store = self.ids, self.store
        yield "06-01 09:00", lambda: self.draft("校园安全检查", "06-01 09:00")
        yield "06-02 10:00", lambda: self.notice("防汛准备", "06-02 10:00", "06-04 18:00")
        yield (
            "06-03 09:00",
            lambda: self.draft("秋粮进度", "06-03 09:00", Status.EDITING, kind=Kind.MEASURE),
        )
        yield "06-03 10:00", lambda: self.move("校园安全检查", Status.FILED)
        yield "06-03 10:05", lambda: self.notice("夏收进度", "06-03 10:05", "06-05 12:00")
        yield (
            "06-04 09:00",
            lambda: extending.exempt(
                store, ids["夏收进度"], self.unit(1), "没有种植", by=self.by("06-04 09:00")
            ),
        )
        yield "06-04 10:00", lambda: self.answer("防汛准备", 0, "06-04 10:00")
        yield "06-05 09:00", lambda: more(
            store, ids["防汛准备"], self.unit(1), at("06-16 18:00"), "水库除险",
            by=self.by("06-05 09:00"),
        )  # fmt: skip
        yield "06-05 10:00", lambda: self.skip("06-05", "06-05 10:00")
        yield "06-15 09:00", lambda: self.skip("06-12", "06-15 09:00")
        yield "06-15 10:00", lambda: self.settle("夏收进度", "06-15 10:00", (0, Outcome.NONE))
        yield "06-16 09:00", self.close_may
        yield "06-16 11:00", lambda: self.move("秋粮进度", Status.FILED)
        yield (
            "06-16 11:30",
            lambda: self.draft("旅游旺季", "06-16 11:30", Status.EDITING, kind=Kind.MEASURE),
        )
        yield "06-16 17:00", lambda: self.answer("防汛准备", 1, "06-16 17:00")

    def second_half(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """From the holiday on."""
        ids, store = self.ids, self.store
        both = ((0, Outcome.ON_TIME), (1, Outcome.ON_TIME))
        yield "06-17 10:00", lambda: self.settle("防汛准备", "06-17 10:00", *both)
        yield "06-22 10:00", self.begin_issue
        yield "06-23 15:00", self.instruct
        yield (
            "06-23 15:30",
            lambda: self.draft("河道清淤", "06-23 15:30", Status.EDITING, kind=Kind.MEASURE),
        )
        yield "06-23 16:00", self.send_to_sign
        yield "06-24 10:00", self.hand_over
        yield "06-24 11:00", self.drop_issue
        yield "06-25 09:00", lambda: self.move("河道清淤", Status.READY)
        yield "06-25 10:00", lambda: self.skip("06-26", "06-25 10:00")
        yield "06-26 17:00", lambda: self.move("旅游旺季", Status.FILED)
        yield "06-30 07:10", self.fire
        yield "06-30 08:20", self.report_fire
        yield "06-30 09:00", self.feed_back
        yield "06-30 10:00", lambda: end(store, ids["fire"], "明火扑灭", by=self.by("06-30 10:00"))


@pytest.fixture
def month(office, store) -> Month:
    """An office with a weekly, limits for drafts, and books since April."""
    weekly = Schedule(Rhythm.WEEKLY, (4,), since=FIRST)
    booked = Fact(FactKind.SUBMISSION, date(2026, 4, 3), office.units[0].id, "甲稿", "import:1")
    with store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, schedule=weekly))
        work.lists.save_clock(Clock(Kind.DYNAMIC, 1, ClockUnit.DAYS))
        work.lists.save_clock(Clock(Kind.MEASURE, 10, ClockUnit.DAYS))
        work.ledger.add([booked])
        plan = work.matters.policy(Foreseeable())
        off = tuple(one.key for one in plan.occasions)
        work.matters.keep_policy(replace(plan, off=off), By("王敏", at("06-01 07:00")))
    return Month(office, store, {})


def looks() -> Iterator[datetime]:
    """Every morning and evening on which the machine is on, also of days of rest."""
    for ahead in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(ahead)
        if not OFF[0] <= day <= OFF[1]:
            yield from (moment_at(day, MORNING), moment_at(day, EVENING))


def told(store, now: datetime) -> list[str]:
    """What the finders put on 今日."""
    machine = Machine(timedelta(hours=8), now - timedelta(hours=1))
    with store.read() as work:
        return [one.text for one in duties(ground_of(work, now, machine)) if one.is_shown(now)]


def differences(must: list[str], lines: list[str]) -> list[str]:
    """What is missing from the lines, and what stands there that must not."""
    left, missing = list(lines), []
    for words in must:
        line = next((one for one in left if words in one.replace("“", "").replace("”", "")), None)
        if line is None:
            missing.append(f"missing: {words}")
        else:
            left.remove(line)
    return missing + [f"too much: {one}" for one in left]


def test_nothing_due_is_missing_and_nothing_else_is_there(month):
    script, wrong = list(month.script()), []
    for now in looks():
        while script and at(script[0][0]) <= now:
            script.pop(0)[1]()
        must = [words for words, first, last in MUST if at(first) <= now < at(last)]
        wrong += [f"{now:%m-%d %H:%M} {one}" for one in differences(must, told(month.store, now))]
    assert script == []
    assert "\n".join(wrong) == ""
