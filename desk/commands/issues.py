"""`issue list`, `issue build N`, `issue release N`: N is the id that `issue list` prints."""

import re
from pathlib import Path

from desk.commands.context import OK, Context, complain, say, say_json, show
from desk.compiling import content_of, name_of, pictures_of, publication_of
from desk.issues import Issue, IssueStatus
from desk.jobs import finish
from desk.layout.pdf import render_pdf
from desk.layout.word import render_docx
from desk.releasing import release, reprint
from desk.settings import Settings
from desk.store import Store


def list_issues(context: Context) -> int:
    """Print the issues, newest first."""
    with context.store() as store, store.read() as work:
        rows = [
            {
                "id": issue.id,
                "issue": name_of(publication_of(work, issue.publication_id), issue),
                "day": issue.day.isoformat(),
                "entries": len(issue.entries),
                "status": issue.status.value,
            }
            for issue in work.issues.all()
        ]
    if context.options.json:
        say_json(rows)
    else:
        for row in rows:
            say("\t".join(str(value) for value in row.values()))
    return OK


def build(context: Context) -> int:
    """Write an issue's PDF and .docx into a folder."""
    folder = Path(context.options.out)
    folder.mkdir(parents=True, exist_ok=True)
    with context.store() as store:
        for path in save_issue(store, context.options.number, folder, context.settings):
            say(str(path))
    return OK


def save_issue(store: Store, issue_id: int, folder: Path, settings: Settings) -> list[Path]:
    """Write the frozen files of a released issue, or those of an open one as it stands."""
    with store.read() as work:
        issue = work.issues.get(issue_id)
        name = name_of(publication_of(work, issue.publication_id), issue)
    pdf, docx = _files(store, issue, settings)
    paths = []
    for suffix, data in ((".pdf", pdf), (".docx", docx)):
        path = folder / (re.sub(r'[\\/:*?"<>|]', "_", name) + suffix)
        path.write_bytes(data)
        paths.append(path)
    return paths


def _files(store: Store, issue: Issue, settings: Settings) -> tuple[bytes, bytes]:
    if issue.status is IssueStatus.RELEASED:
        return reprint(store, issue.id)
    with store.read() as work:
        content = content_of(work, issue, settings)
        pictures = pictures_of(work, content)
    pages = render_pdf(content, pictures)
    for warning in pages.warnings:
        complain(warning)
    return pages.pdf, render_docx(content, pictures, pages)


def release_issue(context: Context) -> int:
    """Release an issue."""
    with context.store() as store:
        job = release(store, context.options.number, context.settings, by=context.by)
        issue = finish(job, show)
    say(f"第{issue.number}期已印发")
    return OK
