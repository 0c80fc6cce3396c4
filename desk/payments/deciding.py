"""Use cases: confirm fees, refuse them, mark them paid; each can be taken back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from desk.auditing import By, note
from desk.errors import FieldError, NotAllowedError
from desk.fees import plain_yuan
from desk.payments.fee import Fee, FeeState
from desk.payments.proposing import told
from desk.payments.rules import FeeRules
from desk.store import Store, Work

LONGEST = 200


def confirm(store: Store, fees: Sequence[Fee], *, by: By) -> tuple[Fee, ...]:
    """Keep fees as they were decided. Raises FieldError for one without a class or an amount."""
    for fee in fees:
        if not fee.class_name or not fee.amounts.base:
            raise FieldError("class", f"“{fee.title}”还没有类别和金额。请先选类别，写上金额。")

    def decided(fee: Fee) -> Fee:
        return replace(fee, refused="", decided=by.now, decided_by=by.who, doubt="")

    return _change(store, fees, "核定稿酬", decided, by)


def refuse(store: Store, fees: Sequence[Fee], reason: str, *, by: By) -> tuple[Fee, ...]:
    """Decide that nothing is paid; raises FieldError without a reason."""
    why = " ".join(reason.split())
    if not why:
        raise FieldError("reason", "不计稿酬要写明理由，例如“没有在本级刊物刊登”。")
    if len(why) > LONGEST:
        raise FieldError("reason", f"理由有 {len(why)} 个字，最多 {LONGEST} 个字。请改短。")

    def decided(fee: Fee) -> Fee:
        return replace(fee, refused=why, decided=by.now, decided_by=by.who, doubt="")

    return _change(store, fees, "不计稿酬", decided, by)


def pay(store: Store, fees: Sequence[Fee], day: date, *, by: By) -> tuple[Fee, ...]:
    """Mark confirmed fees as paid; raises NotAllowedError, FieldError for a day to come."""
    if day > by.today:
        raise FieldError("day", f"发放日期 {day:%Y-%m-%d} 还没有到。请写已经发放的日期。")
    open_ones = [fee for fee in fees if fee.state is FeeState.CONFIRMED]
    if not open_ones:
        raise NotAllowedError("这里没有已核定、还没有发的稿酬。请先核定。")
    return _change(store, open_ones, "发放稿酬", lambda fee: replace(fee, paid=day), by)


def put_back(store: Store, former: Sequence[Fee], kept: Sequence[Fee], *, by: By) -> None:
    """Undo: make fees what they were; those that were proposals are forgotten."""
    with store.begin() as work:
        for before, now in zip(former, kept, strict=True):
            if before.id:
                work.matters.save(before, by)
            else:
                work.matters.remove(Fee, now.id)
            note(work, by, "撤销稿酬改动", now.subject, now.title)


def save_rules(store: Store, rules: FeeRules, *, by: By) -> FeeRules:
    """Set the office's rules, returns those before. Raises FieldError."""
    if any(one.times <= 0 for one in rules.factors):
        raise FieldError("factors", "倍数要大于 0。请改成 1.5、2 这样的数。")
    if min(rules.picture, rules.prize, *(one.amount for one in rules.budgets)) < 0:
        raise FieldError("amounts", "金额不能小于 0。")
    with store.begin() as work:
        before = work.matters.policy(FeeRules())
        work.matters.keep_policy(rules, by)
        note(work, by, "改稿酬规则", "fees", f"{rules.bound}；{len(rules.factors)} 种倍数")
    return before


def _change(
    store: Store, fees: Sequence[Fee], what: str, decided: Callable[[Fee], Fee], by: By
) -> tuple[Fee, ...]:
    with store.begin() as work:
        _must_be_current(work, fees)
        kept = tuple(work.matters.save(decided(fee), by) for fee in fees)
        for fee in kept:
            note(work, by, what, fee.subject, _said(fee))
        return kept


def _must_be_current(work: Work, fees: Iterable[Fee]) -> None:
    """Raise NotAllowedError for a paid one, and for a proposal somebody has decided meanwhile."""
    held = {(fee.item_id, fee.title, fee.day) for fee in work.matters.all(Fee)}
    for fee in fees:
        now = work.matters.get(Fee, fee.id) if fee.id else fee
        if now.state is FeeState.PAID:
            raise NotAllowedError(f"“{fee.title}”的稿酬已经发了，不能再改。要改请先撤销发放。")
        if not fee.id and (fee.item_id, fee.title, fee.day) in held:
            raise NotAllowedError(f"“{fee.title}”的稿酬刚才已经核定。请刷新后再看。")


def _said(fee: Fee) -> str:
    if fee.refused:
        return f"{fee.title}：{fee.refused}"
    day = f"，{fee.paid:%Y-%m-%d} 发" if fee.paid else ""
    made = told(fee.amounts)
    return f"{fee.title}：{fee.class_name}，{made}，共 {plain_yuan(fee.total)} 元{day}"
