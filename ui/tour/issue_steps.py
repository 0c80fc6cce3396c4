"""The job of the issues: compile, print, release, register copies, look back."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QImage

from desk.compiling import name_of, publication_of
from desk.errors import DeskError
from desk.form_filling import distribution_sheet, feedback_sheets
from desk.issues import Issue
from desk.layout.forms import form_docx, form_pdf
from desk.layout.grid import PrintSize
from desk.layout.pdf import render_pdf
from desk.layout.preview import page_images
from desk.layout.shelf import sample_issue, template_names
from desk.layout.word import render_docx
from desk.release_plan import plan
from desk.releasing import reprint
from ui.archive.page import ArchivePage
from ui.issue.copying import Copying
from ui.issue.numbering import Numbering
from ui.issue.page import IssuePage
from ui.issue.printing import Printing
from ui.issue.release_window import ReleaseWindow
from ui.issue.releasing import Releasing
from ui.issue.remarking import Remarking
from ui.printing import to_qimage
from ui.tour.driver import Driver, show

_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_MOST = 12  # drafts put into the issue
_DPI = 96


def compile_issue(driver: Driver) -> None:
    """Put approved drafts into a new issue, write its note, see what fits, look at its pages."""
    page = show(driver, "issue", IssuePage)
    with driver.window.session.store.read() as work:
        first = next(one for one in work.catalogue.publications() if one.template)
    page.new_issue(first.id)
    driver.rest()
    free = [number for number, row in enumerate(page.pool_model.rows) if not row.elsewhere]
    page.pool.choose(free[0])
    for number in free[:_MOST]:
        page.pool.selectionModel().select(page.pool_model.index(number, 0), _ROW)
    page.add_chosen()
    driver.rest()
    driver.wait_until(lambda: page.feature(Remarking).is_settled, "印发前检查")
    driver.shoot("编刊")
    for tab in range(1, page.foot.count()):
        if page.foot.isTabVisible(tab):
            page.foot.setCurrentIndex(tab)
            driver.shoot(f"编刊 {page.foot.tabText(tab)}")
    page.preview.go_to(2)
    driver.shoot("编刊 第二页")


def release_issue(driver: Driver) -> None:
    """Look at what printing and releasing would do, then release."""
    page, session = show(driver, "issue", IssuePage), driver.window.session
    if page.issue is None:
        raise DeskError("演示没有走完：没有在编的期。")
    printing = page.feature(Printing)
    printing.begin()
    driver.shoot("打印", printing.window)
    printing.window.close()
    numbering = page.feature(Numbering)
    numbering.open_window()
    driver.shoot("期号与空号", numbering.window)
    numbering.window.close()
    today = session.today()
    made = plan(session.store, page.issue.id, session.settings, today)
    asked = ReleaseWindow(session, made, page)
    asked.show()
    driver.shoot("印发", asked)
    asked.close()
    page.feature(Releasing).release_now()
    driver.rest()
    driver.shoot("编刊 已印发")
    _keep_issue(driver, page.issue)


def look_at_copies(driver: Driver) -> None:
    """Deal the numbers of a restricted issue, and keep the forms that go with it."""
    page, session = show(driver, "issue", IssuePage), driver.window.session
    page.show_target(_controlled(driver).id)
    driver.rest()
    if page.issue is None:
        raise DeskError("演示没有走完：没有编份号的期。")
    copies = page.feature(Copying).window
    page.feature(Copying).open_register()
    copies.allot()
    driver.rest()
    copies.view.selectAll()
    driver.shoot("份号登记", copies)
    copies.close()
    today = session.today()
    told = (session.store, page.issue.id, session.settings, today)
    sheet = distribution_sheet(*told)
    driver.keep(f"{sheet.title}.pdf", form_pdf([sheet]))
    driver.keep(f"{sheet.title}.docx", form_docx(sheet))
    driver.keep(f"{page.name}采用反馈单.pdf", form_pdf(feedback_sheets(*told)))


def look_back(driver: Driver) -> None:
    """Look at the shelf, and find words in what was printed."""
    archive = show(driver, "archive", ArchivePage)
    driver.shoot("往期")
    archive.search.setText("安全")
    archive.find_words()
    driver.shoot("往期 查找印出的字词")
    archive.search.clear()
    archive.show_thumbnails(on=True)
    driver.shoot("往期 缩略图")


def print_samples(driver: Driver) -> None:
    """Keep the pages of every publication's sample, one of them in large print too."""
    for folder in template_names():
        content = sample_issue(folder)
        pages = render_pdf(content, {})
        driver.keep(f"样张 {folder}.pdf", pages.pdf)
        driver.keep(f"样张 {folder}.docx", render_docx(content, {}, pages))
        _keep_pages(driver, f"样张 {folder}", pages.pdf)
    large = render_pdf(sample_issue("zhengwu"), {}, size=PrintSize.LARGE)
    driver.keep("样张 zhengwu 大字版.pdf", large.pdf)


def _keep_pages(driver: Driver, name: str, pdf: bytes) -> None:
    for number, image in enumerate(page_images(pdf, _DPI), 1):
        path = driver.out / f"{name} {number}.png"
        picture: QImage = to_qimage(image.width, image.height, image.rgb)
        picture.save(str(path))
        driver.files.append(path)


def _controlled(driver: Driver) -> Issue:
    """The newest released issue whose copies have numbers."""
    with driver.window.session.store.read() as work:
        ids = [one.id for one in work.catalogue.publications() if one.controlled]
        issues = [one for number in ids for one in work.issues.all(number) if one.is_frozen]
    if not issues:
        raise DeskError("演示没有走完：没有编份号的刊物。")
    return issues[0]


def _keep_issue(driver: Driver, issue: Issue | None) -> None:
    store = driver.window.session.store
    if issue is None:
        raise DeskError("演示没有走完：没有印发的期。")
    pdf, docx = reprint(store, issue.id)
    with store.read() as work:
        name = name_of(publication_of(work, issue.publication_id), issue)
    driver.keep(f"{name}.pdf", pdf)
    driver.keep(f"{name}.docx", docx)
