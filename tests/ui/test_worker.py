"""Jobs run off the window's thread, one after another, and answer on it."""

from threading import Event, get_ident

import pytest

from desk.jobs import Progress
from ui.worker import Worker


@pytest.fixture
def worker(qtbot):
    made = Worker()
    yield made
    made.close()


@pytest.fixture
def run(worker):
    """Run a job; what it answered, in order, is in the list."""

    def start(job):
        told = []
        running = worker.run(
            job,
            done=lambda result: told.append(("done", result)),
            failed=lambda error: told.append(("failed", str(error))),
            progressed=lambda step: told.append(("step", step.done)),
            cancelled=lambda: told.append(("cancelled", None)),
        )
        return running, told

    return start


def steps(count):
    for number in range(count):
        yield Progress(number, count, "正在收稿")
    return count


def broken():
    yield Progress(0, 1, "正在收稿")
    raise ValueError("文件坏了")


def test_progress_arrives_in_order_before_the_result(run, qtbot):
    _, told = run(steps(50))
    qtbot.waitUntil(lambda: ("done", 50) in told)
    assert told == [("step", number) for number in range(50)] + [("done", 50)]


def test_an_error_is_told_once_and_nothing_else(run, qtbot):
    _, told = run(broken())
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [("step", 0), ("failed", "文件坏了")]


def test_a_cancelled_job_rolls_back(run, store, qtbot):
    gate, digests = Event(), []

    def job():
        with store.begin() as work:
            digests.append(work.files.put(b"half", "half.txt"))
            yield Progress(1, 2, "正在收稿")
            gate.wait(120)
            yield Progress(2, 2, "正在收稿")

    running, told = run(job())
    qtbot.waitUntil(lambda: told == [("step", 1)])
    running.cancel()
    gate.set()
    qtbot.waitUntil(lambda: ("cancelled", None) in told)
    with store.read() as work:
        assert not work.files.has(digests[0])
    assert told == [("step", 1), ("step", 2), ("cancelled", None)]


def test_jobs_run_one_after_another_off_the_windows_thread(worker, qtbot):
    order, threads, ended = [], set(), []

    def job(name):
        threads.add(get_ident())
        for _ in range(3):
            order.append(name)
            yield Progress(0, 3, name)

    for name in "甲乙丙":
        worker.run(job(name), done=ended.append, failed=ended.append)
    qtbot.waitUntil(lambda: len(ended) == 3)
    assert "".join(order) == "甲甲甲乙乙乙丙丙丙"
    assert len(threads) == 1
    assert get_ident() not in threads


def test_answers_come_on_the_windows_thread(worker, qtbot):
    threads = []
    worker.run(steps(1), done=lambda _: threads.append(get_ident()), failed=threads.append)
    qtbot.waitUntil(lambda: threads == [get_ident()])


def test_nothing_is_delivered_after_closing(worker, run, qtbot):
    _, first = run(steps(3))
    _, second = run(steps(3))
    worker.close()
    rested = []
    worker.rested.connect(lambda: rested.append(True))
    worker._deliver()  # as an event that was already under way would
    assert first == second == rested == []


def test_it_rests_only_when_the_last_job_has_answered(worker, run, qtbot):
    _, first = run(steps(2))
    with qtbot.waitSignal(worker.rested):
        _, second = run(steps(2))
    assert first[-1] == second[-1] == ("done", 2)
    assert not worker.busy


def test_what_is_asked_after_closing_is_let_go(worker):
    worker.close()
    worker.run(steps(1), done=pytest.fail, failed=pytest.fail)
    assert not worker.busy


def test_a_short_change_does_not_wait_for_long_work(worker, run, qtbot):
    gate, kept = Event(), []

    def long_work():
        yield Progress(0, 1, "正在收稿")
        gate.wait(120)

    def change():
        yield from ()
        return "saved"

    _, told = run(long_work())
    worker.run(change(), done=kept.append, failed=kept.append, is_short=True)
    qtbot.waitUntil(lambda: kept == ["saved"])
    assert ("done", None) not in told
    gate.set()
