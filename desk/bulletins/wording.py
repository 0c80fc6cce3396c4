"""A text of the office's own that stands in for a shipped one."""

from dataclasses import dataclass
from datetime import datetime

from desk.errors import NotFoundError
from desk.paths import RESOURCES

_FOLDER = RESOURCES / "wordings"


@dataclass(frozen=True, slots=True)
class Wording:
    """A template; who changed it is "" where it is the shipped one."""

    key: str
    text: str
    changed: datetime | None = None
    changed_by: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the office has changed it."""
        return self.changed is not None


def shipped(key: str) -> Wording:
    """The text that comes with the application; raises NotFoundError for an unknown key."""
    path = _FOLDER / f"{key}.txt"
    if not key.replace("-", "").isalnum() or not path.is_file():
        raise NotFoundError(f"没有叫“{key}”的模板。请从列表里选一个。")
    return Wording(key, path.read_text(encoding="utf-8"))
