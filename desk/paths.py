"""Where the application keeps its files."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


@dataclass(frozen=True, slots=True)
class Paths:
    """The data folder and what lies in it."""

    data: Path

    @property
    def store(self) -> Path:
        """The database file."""
        return self.data / "desk.db"

    @property
    def backups(self) -> Path:
        """The folder of verified backups."""
        return self.data / "backups"

    @property
    def templates(self) -> Path:
        """The office's own publication templates, a folder each."""
        return self.data / "templates"

    @property
    def fonts(self) -> Path:
        """The font files that the office has set."""
        return self.data / "fonts"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.data / "settings.toml"

    @property
    def aside(self) -> tuple[Path, ...]:
        """Folders outside the data folder, for what must be kept when that cannot be written."""
        kept = platformdirs.user_cache_dir("InfoDesk", appauthor=False)
        return Path(kept), Path(tempfile.gettempdir())

    @property
    def log(self) -> Path:
        """The log of unexpected errors; it never holds draft text."""
        return self.data / "log.txt"


def default_data() -> Path:
    """The user's own data folder on this system."""
    return Path(platformdirs.user_data_dir("InfoDesk", appauthor=False))
