"""Use case: what a section is called in one issue."""

from dataclasses import replace

from desk.auditing import By, note
from desk.compiling import open_issue, publication_of
from desk.errors import NotFoundError
from desk.issues import Issue
from desk.store import Store


def head_section(store: Store, issue_id: int, section_id: int, words: str, *, by: By) -> Issue:
    """Print these words over a section of an issue; "" or its own name take its name again."""
    with store.begin() as work:
        issue = open_issue(work, issue_id)
        publication = publication_of(work, issue.publication_id)
        section = publication.section(section_id)
        if section is None:
            raise NotFoundError(f"《{publication.name}》没有这个栏目。请刷新后再试。")
        words = words.strip()
        headings = {key: text for key, text in issue.matter.headings if key != section_id}
        if words and words != section.name:
            headings[section_id] = words
        matter = replace(issue.matter, headings=tuple(sorted(headings.items())))
        changed = work.issues.save(replace(issue, matter=matter))
        note(work, by, "改栏目标题", f"issue:{issue_id}", f"{section.name}→{words or section.name}")
        return changed
