"""Entries go to another open issue of their publication, and come back."""

from desk.compiling import new_issue
from ui.issue.moving import Moving


def test_an_entry_is_moved_to_the_issue_that_is_chosen_and_back(
    page, compiled, office, at_rest, titles, session
):
    drafts = compiled("甲", "乙")
    here = page.issue.id
    for _ in range(2):
        new_issue(office.store, office.publication.id, page.issue.day, by=office.by)
    page.refresh()
    page.tree.choose(drafts[1].id)
    lines = page.feature(Moving).of_entry()
    assert [one.words for one in lines] == ["移到第2期（07-15）", "移到第3期（07-15）"]
    lines[1].act()
    at_rest()
    assert titles() == ["甲"]
    session.messages.toast._undo.click()
    at_rest()
    assert titles() == ["甲", "乙"]
    assert page.issue.id == here
