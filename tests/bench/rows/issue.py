"""Issues of 20 and 60 items: PDF, .docx, the preview after a change; LibreOffice beside."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from shutil import which

from db.store import SqlStore
from desk.auditing import By
from desk.body import plain
from desk.compiling import arrange, content_of, entry_of, new_issue
from desk.drafts import Draft, Original, Revision, Status
from desk.issues import Issue
from desk.layout.content import IssueContent
from desk.layout.grid import PrintSize
from desk.layout.pdf import render_pdf
from desk.layout.preview import page_images
from desk.layout.word import render_docx
from desk.settings import Settings
from desk.store import Store
from tests.bench.measuring import Measurement, Plan, percentile, repeated, summary, timed_each
from tests.bench.office import TODAY
from tests.bench.texts import paragraphs
from tests.bench.window import NOW, close, opened, settle
from ui.issue.pages import build_pages

_ITEMS, _LENGTH = 20, 400
_MANY = 60
_BY = By("基准", NOW)
_SCREEN_DPI = 96
_LIBREOFFICE_TURNS = 3


def measure(plan: Plan) -> Iterator[Measurement]:
    """Print one issue again and again."""
    office = plan.own_office()
    store = SqlStore.open(office, clock=lambda: NOW)
    issue = _issue(store)
    with store.read() as work:
        content = content_of(work, issue, Settings())
    pages = render_pdf(content, {})
    random = Random(21)  # noqa: S311 - the same texts every time
    issues = [_renewed(content, random) for _ in range(plan.times(20) + 1)]
    note = f"{_ITEMS} items of {_LENGTH} characters, {pages.page_count} pages, new texts each time"
    samples = timed_each([lambda one=one: render_pdf(one, {}) for one in issues])
    yield summary(f"issue of {_ITEMS} items: PDF", samples, bar=500, note=note)
    words = timed_each([lambda one=one: render_docx(one, {}, pages) for one in issues])
    yield summary(f"issue of {_ITEMS} items: .docx", words, bar=500, note=note)
    yield _libreoffice(render_docx(content, {}, pages), percentile(samples, 0.5), plan)
    yield _preview(store, issue, plan)
    yield from _others(content, random, plan)
    store.close()
    window = opened(office)

    def show() -> None:
        window.show_page("today")
        window.show_page("issue", issue.id)
        settle(window)

    said = "5,000 issues to choose from"
    yield summary("open 编刊 until its pages show", repeated(show, plan.times(10)), note=said)
    close(window)


def _others(content: IssueContent, random: Random, plan: Plan) -> Iterator[Measurement]:
    """The same issue in large print, and one of many items."""
    for size in (PrintSize.LARGE, PrintSize.LARGEST):
        issues = [_renewed(content, random) for _ in range(plan.times(10) + 1)]
        samples = timed_each([partial(render_pdf, one, {}, size=size) for one in issues])
        count = render_pdf(content, {}, size=size).page_count
        note = f"large print, {count} pages, new texts each time"
        yield summary(f"issue of {_ITEMS} items in {size}: PDF", samples, note=note)
    longer = [_lengthened(content, random) for _ in range(plan.times(10) + 1)]
    pages = render_pdf(longer[0], {})
    note = f"{pages.page_count} pages, new texts each time"
    samples = timed_each([lambda one=one: render_pdf(one, {}) for one in longer])
    yield summary(f"issue of {_MANY} items: PDF", samples, note=note)
    words = timed_each([lambda one=one: render_docx(one, {}, pages) for one in longer])
    yield summary(f"issue of {_MANY} items: .docx", words, note=note)


def _lengthened(content: IssueContent, random: Random) -> IssueContent:
    """An issue of many items, with new texts."""
    items = [item for section in content.sections for item in section.items]
    many = tuple(replace(items[at % len(items)], key=f"many-{at}") for at in range(_MANY))
    return _renewed(replace(content, sections=(replace(content.sections[0], items=many),)), random)


def _issue(store: Store) -> Issue:
    random = Random(20)  # noqa: S311 - the same issue every time
    with store.begin() as work:
        unit = work.registry.units()[0]
        publication = next(one for one in work.catalogue.publications() if one.template)
        drafts = []
        for number in range(_ITEMS):
            body = plain("\n".join(paragraphs(_LENGTH, random)))
            original = Original(f"{number}.docx", f"bench-{number}", body)
            title = f"某县推进第{number + 1}项重点工作取得进展"
            draft = Draft(title, body, original, NOW, unit_ids=(unit.id,), status=Status.READY)
            drafts.append(work.drafts.add(draft, _BY.who))
    issue = new_issue(store, publication.id, TODAY, by=_BY)
    section = publication.sections[0].id
    return arrange(store, issue.id, [entry_of(draft, section) for draft in drafts], by=_BY)


def _preview(store: Store, issue: Issue, plan: Plan) -> Measurement:
    """An item's text changes; its page is drawn anew."""
    chosen = issue.entries[_ITEMS // 2].draft_id

    def change() -> None:
        with store.begin() as work:
            draft = work.drafts.get(chosen)
            body = plain(draft.body.text + "好")
            revision = Revision(draft.revision, NOW, _BY.who, "", draft.title, body)
            work.drafts.revise(draft, revision)
        shown = build_pages(store, issue.id, Settings())
        page = shown.starts[str(chosen)] - 1
        page_images(shown.pdf, _SCREEN_DPI, range(page, page + 1))

    note = f"{_ITEMS} items; text saved, issue laid out, the item's page drawn"
    samples = repeated(change, plan.times(20))
    return summary("edit → new true page preview", samples, bar=150, note=note)


def _renewed(content: IssueContent, random: Random) -> IssueContent:
    """The same issue with other texts: equal input is remembered by the typesetter."""
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(item, body=plain("\n".join(paragraphs(_LENGTH, random))))
                for item in section.items
            ),
        )
        for section in content.sections
    )
    return replace(content, sections=sections)


def _libreoffice(docx: bytes, ours_ms: float, plan: Plan) -> Measurement:
    """The peer: the same .docx to PDF; each turn starts the program, as a user's script would."""
    name = "LibreOffice: the same issue to PDF"
    program = which("soffice")
    if program is None:
        return Measurement(name, note="not measured: soffice is not installed")
    source = plan.scratch / "issue.docx"
    source.write_bytes(docx)
    samples = repeated(lambda: _convert(program, source), 1 if plan.quick else _LIBREOFFICE_TURNS)
    ratio = percentile(samples, 0.5) / ours_ms
    return summary(name, samples, note=f"starting it included; {ratio:.1f} × our PDF")


def _convert(program: str, source: Path) -> None:
    folder = source.parent
    subprocess.run(  # noqa: S603 - a fixed program with our own file
        [
            program,
            "--headless",
            f"-env:UserInstallation=file://{folder}/profile",
            *("--convert-to", "pdf", "--outdir", str(folder), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
