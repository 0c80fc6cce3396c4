"""What the demo office has on its task desk (督办), written when its drafts stand."""

from collections.abc import Callable
from datetime import date

from desk.demo.clerk import Clerk
from desk.demo.commissions import commission
from desk.demo.emergencies import alarm
from desk.demo.forwardings import report_up
from desk.demo.instructions import instruct
from desk.demo.topic_pool import fill_pool

TASKS: tuple[Callable[[Clerk, date], None], ...] = (
    commission,
    alarm,
    instruct,
    fill_pool,
    report_up,
)
