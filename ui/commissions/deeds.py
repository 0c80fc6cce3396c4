"""What is done to commissions from the tab: each a step in the trail, each with its undo."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from desk.commissions import extending, issuing, noting, results
from desk.commissions.asked import AskedRow
from desk.commissions.changing import Change, take_back
from desk.commissions.commission import Commission
from desk.commissions.wording import group_text, unit_text
from ui.commissions.reason_window import ReasonWindow
from ui.leaving import copy_plain
from ui.messages import Offer
from ui.session import Session, Topic, Undo

_SHOWN = 4  # units by name in a question


class Deeds:
    """Runs the use cases; ``refused`` of a reason window shows what stands against it."""

    def __init__(self, session: Session, ask: Callable[[], ReasonWindow]) -> None:
        self._session = session
        self._ask = ask

    def run(
        self,
        act: Callable[[], Change],
        note: str,
        *topics: Topic,
        failed: Callable[[Exception], None] | None = None,
        done: Callable[[], object] = lambda: None,
    ) -> None:
        """Run a step that ``take_back`` undoes."""
        store, by = self._session.store, self._session.by
        steps: list[Change] = []
        self._session.do(
            lambda: steps.append(act()),
            Topic.TASKS,
            *topics,
            note=note,
            undo=Undo(lambda: take_back(store, steps[0], by=by()), "已撤销"),
            done=lambda _none: _call(done),
            failed=failed,
        )

    def sent(self, out: Commission, former: Commission) -> None:
        """Tell that a notice has gone out, with what takes it back and its text to paste."""
        session = self._session
        store, by = session.store, session.by

        def back() -> None:
            session.do(
                lambda: issuing.unissue(store, out, former, by=by()),
                Topic.TASKS,
                note="已撤销发出，编号收回",
            )

        told = f"已发出{out.number}，{len(out.tasks)} 家单位"
        session.messages.note(told, back, Offer("复制通知文字", lambda: self.copy(out)))

    def copy(self, commission: Commission) -> None:
        """Put the notice on the clipboard, to be pasted into the work group."""
        with self._session.store.read() as work:
            shorts = {one.id: one.short for one in work.registry.units()}
        asked = [one for one in commission.tasks if not one.exempt]
        names = [shorts[one.unit_id] for one in asked if one.unit_id in shorts]
        copy_plain(group_text(commission, names))
        self._session.messages.note("通知文字已复制，可以贴到工作群里")

    def copy_for(self, commission: Commission, rows: Sequence[AskedRow]) -> None:
        """Put what is said to single units on the clipboard."""
        now = self._session.clock()
        texts = [unit_text(commission, one.task, one.unit.short, now) for one in rows]
        copy_plain("\n\n".join(texts))
        self._session.messages.note(f"给{_named(rows)}的文字已复制")

    def extend(self, commission: Commission, rows: Sequence[AskedRow]) -> None:
        """Ask until when and why, and give the units more time."""
        rows = _owing(rows)
        store, by, ids, ask = self._session.store, self._session.by, _ids(rows), self._ask()

        def act(why: str, due: datetime | None) -> None:
            assert due is not None  # noqa: S101 - it is asked for
            self.run(
                lambda: extending.extend(store, commission.id, ids, due, why, by=by()),
                f"{_named(rows)}已延期",
                failed=ask.refuse,
                done=ask.close,
            )

        ask.ask_until("延期", f"{commission.name}：{_named(rows)}", "例如：数据要等核定", act)

    def exempt(self, commission: Commission, rows: Sequence[AskedRow]) -> None:
        """Ask why, and ask nothing of the units any more."""
        rows = _owing(rows)
        store, by, ids, ask = self._session.store, self._session.by, _ids(rows), self._ask()

        def act(why: str, _due: datetime | None) -> None:
            self.run(
                lambda: extending.exempt(store, commission.id, ids, why, by=by()),
                f"{_named(rows)}已免报",
                failed=ask.refuse,
                done=ask.close,
            )

        ask.ask("免报", f"{commission.name}：{_named(rows)}", "例如：本单位没有这项业务", act)

    def demand(self, commission: Commission, rows: Sequence[AskedRow]) -> None:
        """End extensions and exemptions of units."""
        store, by, ids = self._session.store, self._session.by, _ids(rows)
        self.run(
            lambda: extending.demand(store, commission.id, ids, by=by()),
            f"已取消{_named(rows)}的延期、免报",
        )

    def withdraw(self, commission: Commission) -> None:
        """Ask why, and call the commission off; a draft is thrown away."""
        store, by = self._session.store, self._session.by
        if commission.issued is None:
            self._drop(commission)
            return
        ask = self._ask()

        def act(why: str, _due: datetime | None) -> None:
            self.run(
                lambda: issuing.withdraw(store, commission.id, why, by=by()),
                f"已撤回{commission.number}",
                failed=ask.refuse,
                done=ask.close,
            )

        about = f"撤回{commission.name}，编号保留，各单位不用再报。"
        ask.ask("撤回", about, "例如：上级已取消", act)

    def close(self, commission: Commission) -> None:
        """Put a commission away, or ask why it is taken up again."""
        store, by = self._session.store, self._session.by
        if not commission.closed:
            self.run(
                lambda: results.close(store, commission.id, by=by()),
                f"已办结{commission.number}",
            )
            return
        ask = self._ask()

        def act(why: str, _due: datetime | None) -> None:
            self.run(
                lambda: results.reopen(store, commission.id, why, by=by()),
                f"已重新打开{commission.number}",
                failed=ask.refuse,
                done=ask.close,
            )

        ask.ask("重新打开", f"重新打开{commission.name}", "例如：上级要求补报", act)

    def _drop(self, commission: Commission) -> None:
        store, by = self._session.store, self._session.by
        self._session.do(
            lambda: noting.drop(store, commission.id, by=by()),
            Topic.TASKS,
            note=f"已删去草稿“{commission.title}”",
            undo=Undo(lambda: noting.keep_again(store, commission, by=by()), "已恢复草稿"),
        )


def _owing(rows: Sequence[AskedRow]) -> Sequence[AskedRow]:
    """Those that still owe it: a selection of all means them."""
    return [one for one in rows if one.task.is_waiting] or rows


def _ids(rows: Sequence[AskedRow]) -> Collection[int]:
    return [one.unit.id for one in rows]


def _named(rows: Sequence[AskedRow]) -> str:
    names = "、".join(one.unit.short for one in rows[:_SHOWN])
    return f"{names}等 {len(rows)} 家" if len(rows) > _SHOWN else names


def _call(done: Callable[[], object]) -> None:
    done()
