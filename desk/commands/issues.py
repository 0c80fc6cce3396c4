"""`issue list|build|release|correct|withdraw N`: N is the id that `issue list` prints."""

from dataclasses import replace
from pathlib import Path

from desk.adopting import numbered
from desk.archive.folder import short_name
from desk.auditing import By
from desk.commands.context import OK, Context, complain, say, say_json, show
from desk.compiling import content_of, name_of, pictures_of, publication_of
from desk.correcting_issues import correct
from desk.issues import Issue
from desk.jobs import finish
from desk.layout.pdf import render_pdf
from desk.layout.word import render_docx
from desk.leaving import Leaving, Way, write_file
from desk.releasing import release, reprint
from desk.settings import Settings
from desk.store import Store
from desk.whole_folder import safe_name
from desk.withdrawing import withdraw


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
                "series": issue.series.value,
                "corrects": issue.corrects or None,
                "corrected_by": issue.replaced_by or None,
                "reason": issue.reason,
                "sha256": issue.pdf,
            }
            for issue in work.issues.all()
        ]
    if context.options.json:
        say_json(rows)
    else:
        for row in rows:
            say("\t".join(_shown(value) for key, value in row.items() if key != "sha256"))
    return OK


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def build(context: Context) -> int:
    """Write an issue's PDF and .docx into a folder."""
    folder = Path(context.options.out)
    folder.mkdir(parents=True, exist_ok=True)
    with context.store() as store:
        for path in save_issue(
            store, context.options.number, folder, context.settings, by=context.by
        ):
            say(str(path))
    return OK


def save_issue(
    store: Store, issue_id: int, folder: Path, settings: Settings, *, by: By
) -> list[Path]:
    """Write the frozen files of a released issue, or those of an open one as it stands."""
    with store.read() as work:
        issue = work.issues.get(issue_id)
        publication = publication_of(work, issue.publication_id)
    short = replace(publication, name=short_name(publication.name))
    name = safe_name(name_of(short, issue))
    pdf, docx = _files(store, issue, settings)
    paths = []
    for suffix, data in ((".pdf", pdf), (".docx", docx)):
        path = folder / f"{name}{suffix}"
        gone = Leaving(Way.FILE, name, path.name, (f"issue:{issue_id}",))
        write_file(store, gone, path, data, by=by)
        paths.append(path)
    return paths


def _files(store: Store, issue: Issue, settings: Settings) -> tuple[bytes, bytes]:
    if issue.is_frozen:
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
    say(f"{numbered(issue)}已印发")
    return OK


def correct_issue(context: Context) -> int:
    """Begin the correction of a released issue; prints the id to build and release it by."""
    with context.store() as store:
        issue = correct(store, context.options.number, by=context.by)
    say(f"已新建{numbered(issue)}，编号 {issue.id}")
    return OK


def withdraw_issue(context: Context) -> int:
    """Withdraw a released issue."""
    with context.store() as store:
        done = withdraw(store, context.options.number, context.options.reason, by=context.by)
    say(
        f"{numbered(done.issue)}已撤销，冲销采用 {done.reversed} 条，"
        f"{len(done.freed)} 篇稿件退回可用"
    )
    return OK
