"""What can be done with the entries on the page: print another title, move to the next issue."""

from collections.abc import Sequence

from typing_extensions import override

from desk.carrying import Carried, carry, carry_back
from desk.issue_matter import head_section
from ui.issue.feature import Action, Feature
from ui.session import Topic, Undo


class EntryDeeds(Feature):
    """Renames entries and sections for this issue, and carries entries on."""

    @override
    def actions(self) -> Sequence[Action]:
        return (
            Action("改印出的标题", "F2", self.rename, is_open=True),
            Action("移到下一期", "Ctrl+Shift+M", self.carry, is_open=True),
        )

    @override
    def of_entry(self) -> Sequence[Action]:
        return (*self.actions(), Action("登记领导批示", "", self.instruct))

    def instruct(self) -> None:
        """Register what a leader wrote on the current entry."""
        issue, draft_id = self.page.issue, self.page.tree.current_draft()
        if issue is not None and draft_id:
            self.page.session.go("tasks", f"instruction:new:{draft_id}:{issue.id}")

    def rename(self) -> None:
        """Edit what the current entry or section is called in print."""
        self.page.tree.setFocus()
        self.page.tree.edit_title()

    def head(self, section_id: int, words: str) -> None:
        """Call a section so in this issue."""
        issue, session = self.page.issue, self.page.session
        if issue is None:
            return
        store, by = session.store, session.by()
        before = dict(issue.matter.headings).get(section_id, "")
        session.do(
            lambda: head_section(store, issue.id, section_id, words, by=by),
            Topic.ISSUES,
            note="本期的栏目标题已改",
            undo=Undo(lambda: head_section(store, issue.id, section_id, before, by=by), "已撤销"),
        )

    def carry(self) -> None:
        """Move the selected entries to the next issue of the publication."""
        issue, session = self.page.issue, self.page.session
        chosen = self.page.tree.selected_drafts()
        if issue is None or not chosen:
            session.messages.note("先在“本期条目”里选中要移走的条目")
            return
        store, by, kept = session.store, session.by(), list[Carried]()

        def run() -> None:
            kept[:] = [carry(store, issue.id, chosen, by=by)]

        session.do(
            run,
            Topic.ISSUES,
            note=f"已把 {len(chosen)} 条移到下一期",
            undo=Undo(lambda: carry_back(store, kept[0], by=by), "已移回本期"),
        )
