"""Use cases on the classes of fees (稿酬分类): add, change, remove; longer ones are asked first."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from desk.auditing import By, note
from desk.errors import FieldError
from desk.fees import FeeClass, plain_yuan
from desk.scoring.figures import CENT
from desk.store import Store

_LONGEST_NAME = 40
_MOST = Decimal(100_000)  # yuan


def save_class(store: Store, fee: FeeClass, *, by: By, former: str = "") -> FeeClass:
    """Add a class, or change the one named ``former``; raises FieldError."""
    _must_fit(fee)
    with store.begin() as work:
        others = [one for one in work.fees.classes() if one.name != (former or fee.name)]
        if any(one.name == fee.name for one in others):
            raise FieldError("name", f"已经有“{fee.name}”这一类。请换一个名称。")
        work.fees.replace(ordered([*others, fee]))
        note(work, by, "改稿酬类别" if former else "增稿酬类别", "fees", f"{fee.name} {fee.yuan}")
    return fee


def delete_class(store: Store, name: str, *, by: By) -> None:
    """Remove a class."""
    with store.begin() as work:
        work.fees.replace([one for one in work.fees.classes() if one.name != name])
        note(work, by, "删稿酬类别", "fees", name)


def ordered(classes: Iterable[FeeClass]) -> list[FeeClass]:
    """The order in which an item is measured: longer before shorter, particular before general."""
    return sorted(classes, key=lambda one: (-one.shortest, not one.kinds, one.name))


def yuan(field: str, text: str) -> Decimal | None:
    """An amount as typed, "" for none; raises FieldError."""
    plain = text.strip().removesuffix("元").strip().replace("，", "").replace(",", "")
    if not plain:
        return None
    try:
        amount = Decimal(plain)
    except InvalidOperation:
        amount = Decimal(-1)
    if amount.is_nan() or not 0 <= amount <= _MOST or amount != amount.quantize(CENT):
        raise FieldError(field, f"“{text}”不是金额。请写成 60 或者 7.50，单位是元。")
    return amount


def _must_fit(fee: FeeClass) -> None:
    if not fee.name.strip():
        raise FieldError("name", "没有写名称。请写上，例如“三类”。")
    if len(fee.name) > _LONGEST_NAME:
        raise FieldError("name", f"名称有 {len(fee.name)} 个字，最多 {_LONGEST_NAME} 个。")
    if fee.longest and fee.longest < fee.shortest:
        raise FieldError("longest", f"最多 {fee.longest} 字少于最少 {fee.shortest} 字。请改正。")
    if fee.least is not None and fee.least > fee.amount:
        low, high = plain_yuan(fee.least), plain_yuan(fee.amount)
        raise FieldError("least", f"最低 {low} 元多于 {high} 元。请改正，或者留空。")


# “一类稿200元……五类稿5元” (seed 001); the limits of one class end where the next begins.
FIVE = (
    FeeClass("一类稿", 2000, 0, Decimal(200), note="有调研性、创新性、理论性或思考性"),
    FeeClass("二类稿", 1000, 0, Decimal(150), note="有概括性、前瞻性"),
    FeeClass("三类稿", 500, 0, Decimal(60), note="反映日常工作及活动开展情况"),
    FeeClass("四类稿", 250, 0, Decimal(10), Decimal(5), note="简讯"),
    FeeClass("五类稿", 1, 249, Decimal(5), note="250字以内的简讯（两条以上）"),
)


def give_five(store: Store, *, by: By) -> tuple[FeeClass, ...]:
    """Begin with five classes by length; returns the classes that were there before."""
    with store.begin() as work:
        before = tuple(work.fees.classes())
        work.fees.replace([*FIVE])
        note(work, by, "设稿酬类别", "fees", f"{len(FIVE)} 类")
    return before


def put_back(store: Store, classes: Iterable[FeeClass], *, by: By) -> None:
    """Make these the classes again (undo)."""
    with store.begin() as work:
        work.fees.replace(classes)
        note(work, by, "恢复稿酬类别", "fees")
