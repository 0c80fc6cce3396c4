"""The job of the scores: look, try another scheme, set tasks, keep what the meeting needs."""

from datetime import date

from desk.jobs import finish
from desk.layout.forms import form_docx, form_pdf
from desk.reports.charts.catalogue import chart_of
from desk.reports.charts.chart import Paper
from desk.reports.charts.page_bytes import page_bytes, pages_pdf
from desk.reports.deck import deck_pdf
from desk.reports.decks.plan import default_plan
from desk.reports.score_table import score_workbook
from desk.reports.task_notice import task_notice
from desk.surveys.surveying import survey
from ui.registry.page import RegistryPage
from ui.registry.schemes_tab import SchemesTab
from ui.scores.page import ScoresPage
from ui.scores.trial_tab import TrialTab
from ui.tour.driver import Driver, show


def assess_units(driver: Driver) -> None:
    """Look at every tab of the scores."""
    page = show(driver, "scores", ScoresPage)
    for number in range(page.tabs.count()):
        page.tabs.setCurrentIndex(number)
        driver.shoot(f"考核 {page.tabs.tabText(number)}")
    session = driver.window.session
    today = session.today()
    first = date(today.year, 1, 1)
    held = survey(session.store, first, today, office=session.settings.office, today=today)
    pages = chart_of("bullet").draw(held, Paper.ACROSS)
    driver.keep("完成情况图.png", page_bytes(pages[0], "png"))
    driver.keep("完成情况图.pdf", pages_pdf(pages))
    driver.keep("考核一览.xlsx", score_workbook(held.table))
    for paper, words in ((Paper.WIDE, "16比9"), (Paper.CLASSIC, "4比3")):
        deck = finish(deck_pdf(held, default_plan(held.stretch.span), paper))
        driver.keep(f"会议用图表 {words}.pdf", deck)


def try_scheme(driver: Driver) -> None:
    """Try the scheme of earlier years on this one."""
    page = show(driver, "scores", ScoresPage)
    page.show_target(TrialTab.title)
    driver.rest()
    choice = page.tab(TrialTab).choice
    with driver.window.session.store.read() as work:
        former = work.catalogue.schemes()[-2].name
    at = next(n for n in range(choice.scheme.count()) if former in choice.scheme.itemText(n))
    choice.scheme.setCurrentIndex(at)
    choice.run.click()
    driver.shoot("考核 试算 去年的办法")


def set_tasks(driver: Driver) -> None:
    """Look at the scheme in force and its tables; write the notice of the year's tasks."""
    registry = show(driver, "registry", RegistryPage)
    registry.show_target("计分办法")
    schemes = registry.tab(SchemesTab)
    schemes.view.choose(schemes.view.model().rowCount() - 1)
    driver.shoot("资料 计分办法 在执行的")
    session, snapshot = driver.window.session, schemes.snapshot
    today = session.today()
    with session.store.read() as work:
        quotas = {one.unit_id: one for one in work.registry.quotas(today.year)}
    form = task_notice(
        session.settings.office, today.year, snapshot.units, snapshot.groups, quotas, today
    )
    driver.keep("目标任务通知.pdf", form_pdf([form]))
    driver.keep("目标任务通知.docx", form_docx(form))
