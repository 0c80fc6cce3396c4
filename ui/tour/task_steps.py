"""The job of the task desk: the day's sheet, notices, an emergency, instructions, what went up."""

from desk.agenda.looking import sheet
from desk.agenda.machine import machine_of
from desk.commissions.commission import Commission
from desk.emergencies.emergency import Emergency
from desk.emergencies.paper import Sender, paper_of, paper_pdf, sheet_of
from desk.errors import DeskError
from desk.instructions.instruction import Instruction
from desk.instructions.papers import slips
from desk.layout.forms import form_pdf
from desk.reports.commission_forms import common_forms
from desk.reports.register import register_pdf
from ui.emergencies.emergency_window import emergency_window
from ui.scores.fees_tab import FeesTab
from ui.scores.page import ScoresPage
from ui.tasks.page import TasksPage
from ui.tasks.tabs import TABS
from ui.tour.driver import Driver, show


def print_day(driver: Driver) -> None:
    """Keep the sheet of the day."""
    session = driver.window.session
    found = sheet(session.store, session.clock(), machine_of(session.paths), session.by().who)
    driver.keep("今日办理清单.pdf", register_pdf(found))


def look_at_tasks(driver: Driver) -> None:
    """Go through the tabs, then begin a notice and an emergency."""
    page = show(driver, "tasks", TasksPage)
    for kind in TABS:
        page.show_target(kind.title)
        driver.shoot(f"督办 {kind.title}")
    driver.window.raise_emergency()
    window = emergency_window(page.session, driver.window)
    driver.shoot("紧急信息", window)
    window.close()


def keep_papers(driver: Driver) -> None:
    """Keep a notice to units, the page of an emergency, and slips of an instruction."""
    session = driver.window.session
    office, today = session.settings.office, session.today()
    with session.store.read() as work:
        names = {one.id: one.name for one in work.registry.units()}
        issued = (one for one in work.matters.all(Commission) if one.issued)
        reported = (one for one in work.matters.all(Emergency) if one.reports)
        handed = (
            one
            for one in work.matters.all(Instruction)
            if any(task.handed for task in one.assignments)
        )
        notice, urgent, noted = next(issued, None), next(reported, None), next(handed, None)
        if not (notice and urgent and noted):
            raise DeskError("演示没有走完：演示办公室里缺少约稿、紧急信息或批示。")
        sender = Sender(office, session.by().who, "", session.clock())
        paper = sheet_of(paper_of(work, urgent, urgent.reports[0]), sender)
    units = [names[one] for one in notice.unit_ids]
    notices = common_forms(office, notice, units, today, receipt=True)
    driver.keep("约稿通知单.pdf", form_pdf(notices))
    driver.keep("紧急信息.pdf", paper_pdf(paper))
    asked = [one.unit_id for one in noted.assignments]
    driver.keep("批示转办单.pdf", form_pdf(slips(office, noted, asked, names, "6621", today)))


def pay_fees(driver: Driver) -> None:
    """Confirm what is sure of this year's fees."""
    page = show(driver, "scores", ScoresPage)
    page.show_target(FeesTab.title)
    driver.rest()
    tab = page.tab(FeesTab)
    tab.view.selectAll()
    tab.confirm()
    driver.shoot("考核 稿酬")
