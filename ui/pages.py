"""The pages of the rail, in order; each is built from its own folder when it is first shown."""

from collections.abc import Callable
from importlib import import_module

from ui.page import Page
from ui.rail import Place
from ui.session import Session


def _builder(module: str, name: str) -> Callable[[Session], Page]:
    """Import a page only when it is wanted, so that the window is up first."""

    def build(session: Session) -> Page:
        page: Page = getattr(import_module(module), name)(session)
        return page

    return build


PAGES = (
    (Place("today", "今日", "sun"), _builder("ui.today.page", "TodayPage")),
    (Place("inbox", "来稿", "inbox"), _builder("ui.inbox.page", "InboxPage")),
    (Place("duplicates", "查重"), _builder("ui.duplicates.page", "DuplicatesPage")),
    (Place("editor", "编辑", "pencil-line"), _builder("ui.editor.page", "EditorPage")),
    (Place("approvals", "审签", "stamp"), _builder("ui.approvals.page", "ApprovalsPage")),
    (Place("life", "生平"), _builder("ui.life.page", "LifePage")),
    (Place("search", "检索"), _builder("ui.search.page", "SearchPage")),
    (Place("issue", "编刊", "newspaper"), _builder("ui.issue.page", "IssuePage")),
    (Place("archive", "往期"), _builder("ui.archive.page", "ArchivePage")),
    (Place("tasks", "督办", "list-checks"), _builder("ui.tasks.page", "TasksPage")),
    (
        Place("scores", "考核", "chart-no-axes-column-increasing"),
        _builder("ui.scores.page", "ScoresPage"),
    ),
    (Place("registry", "资料", "database"), _builder("ui.registry.page", "RegistryPage")),
    (Place("settings", "设置", "settings"), _builder("ui.settings.page", "SettingsPage")),
)
