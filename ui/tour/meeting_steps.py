"""The job of the meeting: answer a call, write the bulletin, show slides, pack all of it."""

from datetime import date

from desk.bulletins.bulletin import Bulletin
from desk.bulletins.making import files_now
from desk.errors import DeskError
from ui.scores.bulletin_tab import BulletinTab
from ui.scores.closing_tab import ClosingTab
from ui.scores.page import ScoresPage
from ui.tour.driver import Driver, show

_QUARTER = 3  # months
_SLIDES = (1, 2)  # from 0: the summary and the first chart
_MEETING = (1366, 768)


def answer_call(driver: Driver) -> None:
    """Say what there is to say to a unit on the telephone."""
    window = driver.window
    with window.session.store.read() as work:
        unit = next(one for one in work.registry.units() if one.active)
    window.answer_call(unit.id)
    driver.shoot("来电", window.call)
    if window.call:
        window.call.close()


def write_bulletin(driver: Driver) -> None:
    """Write the bulletin of the last whole quarter, and keep its files."""
    page = show(driver, "scores", ScoresPage)
    page.days.show_days(*_last_quarter(page.today()))
    page.refresh()
    page.show_target(BulletinTab.title)
    driver.rest()
    tab = page.tab(BulletinTab)
    tab.write()
    driver.rest()
    if tab.strip.isVisible():  # the quarter is not closed
        tab.strip.buttons[0].click()
    driver.shoot("考核 写通报", tab.editor)
    tab.editor.close()
    _keep_bulletin(driver, tab.editor.bulletin)


def hold_meeting(driver: Driver) -> None:
    """Show slides as in the meeting, the choice of them, and the window of the meeting pack."""
    page = show(driver, "scores", ScoresPage)
    page.meeting.choose()
    driver.shoot("会议模式 选哪几页", page.meeting.choice)
    if page.meeting.choice:
        page.meeting.choice.close()
    page.meeting.begin()
    driver.rest()
    slides = page.meeting.window
    if slides is None:
        raise DeskError("演示没有走完：会议模式没有开始。")
    slides.resize(*_MEETING)
    for place in _SLIDES:
        slides.turn_to(place)
        driver.shoot(f"会议模式 第{place + 1}页", slides)
    slides.close()
    page.pack_button.click()
    driver.shoot("会议材料", page.pack_window)
    page.pack_window.close()
    page.show_target(ClosingTab.title)
    driver.shoot("考核 结账 本季度")


def _last_quarter(today: date) -> tuple[date, date]:
    begun = date(today.year, (today.month - 1) // _QUARTER * _QUARTER + 1, 1)
    last = date.fromordinal(begun.toordinal() - 1)
    return date(last.year, last.month - _QUARTER + 1, 1), last


def _keep_bulletin(driver: Driver, bulletin: Bulletin | None) -> None:
    session = driver.window.session
    if bulletin is None:
        raise DeskError("演示没有走完：没有写好的通报。")
    today = session.today()
    pdf, docx = files_now(session.store, bulletin, office=session.settings.office, today=today)
    driver.keep(f"{bulletin.text.title}.pdf", pdf)
    driver.keep(f"{bulletin.text.title}.docx", docx)
