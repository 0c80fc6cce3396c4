"""Which file stands for which face of the printed page, and the office's own choice of it."""

from dataclasses import dataclass
from pathlib import Path

from desk.auditing import By, note
from desk.layout import own_fonts
from desk.layout.fonts import OFFICIAL, Face, Fonts, Source
from desk.store import Store


@dataclass(frozen=True, slots=True)
class FaceInUse:
    """A face and the file that prints it."""

    face: Face
    official: str
    file: str
    source: Source

    @property
    def text(self) -> str:
        """In one line: 仿宋_GB2312 → FandolFang-Regular（随程序）."""
        return f"{self.official} → {Path(self.file).stem}（{self.source}）"


def faces_in_use(fonts: Fonts) -> list[FaceInUse]:
    """All faces in the office's order."""
    return [
        FaceInUse(face, OFFICIAL[face], fonts.faces[face].name, fonts.faces[face].source)
        for face in Face
    ]


def choose_font(store: Store, folder: Path, face: Face, source: Path, *, by: By) -> None:
    """Print a face from a file from now on; raises DeskError where the file won't do."""
    own_fonts.set_font(folder, face, source)
    with store.begin() as work:
        note(work, by, "设置字体", f"font:{face}", source.name)


def take_back(store: Store, folder: Path, face: Face, *, by: By) -> None:
    """Print a face from the machine's or the bundled file again."""
    own_fonts.unset_font(folder, face)
    with store.begin() as work:
        note(work, by, "还原字体", f"font:{face}")


def put_back(store: Store, folder: Path, chosen: dict[str, own_fonts.OwnFont], *, by: By) -> None:
    """Let the office's choices be as they were."""
    own_fonts.put_back(folder, chosen)
    with store.begin() as work:
        note(work, by, "撤销字体设置", "font")
