"""Use case: set how the office commissions (约稿办法)."""

from desk.auditing import By, note
from desk.commissions.rules import CommissionRules, checked
from desk.store import Store


def keep_rules(store: Store, rules: CommissionRules, *, by: By) -> CommissionRules:
    """Set the rules; gives the former ones back for the undo. Raises FieldError."""
    with store.begin() as work:
        former = work.matters.policy(CommissionRules())
        work.matters.keep_policy(checked(rules), by)
        detail = f"编号 {rules.pattern}，{rules.days} 个工作日内 {rules.hour} 时"
        note(work, by, "修改约稿办法", "policy:commissions", detail)
        return former
