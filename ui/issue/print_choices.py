"""What was chosen for printing a publication last time."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings

from desk.layout.grid import PrintSize
from desk.layout.imposition import Duplex, Imposition

DPIS = (300, 600)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choices:
    """What stays from one issue of a publication to the next; pages and copies don't."""

    printer: str = ""  # "" is the system's own choice
    size: PrintSize = PrintSize.NORMAL
    way: Imposition = Imposition.NONE
    duplex: Duplex = Duplex.LONG
    dpi: int = 300
    grey: bool = False
    numbered: bool | None = None  # None: as the publication is
    marked: bool | None = None  # None: as the office wants it


def remembered(folder: Path, publication_id: int) -> Choices:
    """What was chosen last; what can't be read any more is as at first."""
    kept = _state(folder)
    kept.beginGroup(_group(publication_id))
    usual = Choices()
    return Choices(
        str(kept.value("printer", usual.printer)),
        _one_of(list(PrintSize), kept.value("size"), usual.size),
        _one_of(list(Imposition), kept.value("way"), usual.way),
        _one_of(list(Duplex), kept.value("duplex"), usual.duplex),
        _one_of(list(DPIS), kept.value("dpi"), usual.dpi),
        str(kept.value("grey", "")) == "true",
        _yes_or_no(kept.value("numbered")),
        _yes_or_no(kept.value("marked")),
    )


def remember(folder: Path, publication_id: int, chosen: Choices) -> None:
    """Keep what was chosen."""
    kept = _state(folder)
    kept.beginGroup(_group(publication_id))
    kept.setValue("printer", chosen.printer)
    kept.setValue("size", chosen.size.value)
    kept.setValue("way", chosen.way.value)
    kept.setValue("duplex", chosen.duplex.value)
    kept.setValue("dpi", str(chosen.dpi))
    kept.setValue("grey", str(chosen.grey).lower())
    for name, value in (("numbered", chosen.numbered), ("marked", chosen.marked)):
        kept.setValue(name, "" if value is None else str(value).lower())


def _yes_or_no(value: object) -> bool | None:
    return {"true": True, "false": False}.get(str(value))


def _one_of(known: list[T], value: object, usual: T) -> T:
    return next((one for one in known if str(one) == str(value)), usual)


def _state(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def _group(publication_id: int) -> str:
    return f"print-{publication_id}"
