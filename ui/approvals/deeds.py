"""What is done on the 审签 page, each with its undo."""

from collections.abc import Callable, Sequence

from desk import approving
from desk.approval_queue import QueueRow
from desk.approvals import Verdict
from desk.approving import Decision, Former, Reminded, Signature
from ui.session import Session, Topic, Undo

_NAMED = 16  # characters of a title in a note


class Deeds:
    """Runs use cases on rows; ``left`` hears of the rows that leave the list by it."""

    def __init__(
        self,
        session: Session,
        left: Callable[[Sequence[QueueRow]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._session = session
        self._left = left
        self._failed = failed

    def decide(self, rows: Sequence[QueueRow], decision: Decision) -> None:
        """Pass or return drafts."""
        store, ids, by = self._session.store, _ids(rows), self._session.by()
        word = "同意" if decision.verdict is Verdict.PASSED else "退回"
        signer = decision.signer if decision.signer != by.who else ""
        for_whom = f"（登记{signer}的意见）" if signer else ""
        self._run(
            lambda: approving.decide(store, ids, decision, by=by),
            f"已{word}{_named(rows)}{for_whom}",
            rows,
        )

    def hand_over(self, rows: Sequence[QueueRow], to: str, why: str) -> None:
        """Ask somebody else."""
        store, ids, by = self._session.store, _ids(rows), self._session.by()
        self._run(
            lambda: approving.hand_over(store, ids, to, by=by, why=why),
            f"已把{_named(rows)}转给{to}",
            rows,
        )

    def recall(self, rows: Sequence[QueueRow]) -> None:
        """Take back what was sent up."""
        store, ids, by = self._session.store, _ids(rows), self._session.by()
        self._run(
            lambda: approving.recall(store, ids, by=by),
            f"已撤回{_named(rows)}，可以接着编辑",
            rows,
        )

    def sign(self, row: QueueRow, signature: Signature, signer: str) -> None:
        """Record a signature on paper."""
        store, by = self._session.store, self._session.by()
        self._run(
            lambda: approving.sign_by_hand(
                store, row.id, row.step, signature, signer=signer, by=by
            ),
            f"已登记{signer}在{_named([row])}审签单上的签字",
            [row],
        )

    def remind(self, rows: Sequence[QueueRow], who: str, answer: str) -> None:
        """Note a telephone call."""
        session, ids, by = self._session, _ids(rows), self._session.by()
        noted: list[Reminded] = []

        def remind() -> None:
            noted.extend(
                approving.remind(session.store, ids, by=by, told="电话催批", answer=answer, who=who)
            )

        session.do(
            remind,
            Topic.DRAFTS,
            note=f"已登记催{who}：{_named(rows)}",
            undo=Undo(
                lambda: approving.forget_reminders(session.store, noted, by=session.by()),
                "已撤销催批记录",
            ),
            failed=self._failed,
        )

    def _run(
        self, action: Callable[[], tuple[Former, ...]], note: str, rows: Sequence[QueueRow]
    ) -> None:
        """Run an action that ``take_back`` undoes."""
        session = self._session
        formers: list[Former] = []
        self._left([row for row in rows if row.step.done is None])
        session.do(
            lambda: formers.extend(action()),
            Topic.DRAFTS,
            note=note,
            undo=Undo(
                lambda: approving.take_back(session.store, formers, by=session.by()),
                f"已撤销，{_named(rows).strip()}回到原来的样子",
            ),
            failed=self._failed,
        )


def _ids(rows: Sequence[QueueRow]) -> list[int]:
    return [row.id for row in rows]


def _named(rows: Sequence[QueueRow]) -> str:
    title = rows[0].draft.title
    short = title if len(title) <= _NAMED else title[:_NAMED] + "…"
    return f"“{short}”" if len(rows) == 1 else f" {len(rows)} 篇"
