"""What a tab of the 督办 page is."""

from typing import ClassVar

from typing_extensions import override

from ui.tabbed_page import Tab, TabbedPage


class TaskTab(Tab):
    """A tab of the matters of some kinds."""

    page: TabbedPage
    kinds: ClassVar[tuple[str, ...]] = ()  # ``Matter.KIND`` of what it shows
    prints = True

    @classmethod
    @override
    def knows(cls, target: object) -> bool:
        """Its title, “约稿/逾期”, or a matter it shows, as "commission:3"."""
        return super().knows(target) or str(target).partition(":")[0] in cls.kinds
