"""A printing as it is asked for: which pages, how many copies, on which paper."""

from dataclasses import dataclass

from desk.copies import DIGITS
from desk.editions import Pages
from desk.layout.imposition import Duplex, Imposition, duplex_for, sheets_of
from desk.layout.page_ranges import pages_text
from desk.layout.sheets import FIRST, Copies, chosen_pages, imposed
from desk.number_runs import run_text
from desk.print_runs import Outcome, PrintRun

NO_NUMBERS = range(0)


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """What is printed; ``pages`` count from 0, ``numbers`` are those of the copies, if any."""

    pages: tuple[int, ...]
    plain_copies: int = 1  # where the copies have no numbers
    numbers: range = NO_NUMBERS
    way: Imposition = Imposition.NONE
    duplex: Duplex = Duplex.LONG
    dpi: int = 300
    grey: bool = False
    marks: tuple[str, ...] = ()  # watermarks: one for each number, or one for all copies

    @property
    def copies(self) -> int:
        """How many copies are printed."""
        return len(self.numbers) or self.plain_copies

    @property
    def both_sides(self) -> bool:
        """Whether sheets are printed on both sides."""
        return duplex_for(self.way, self.duplex) is not Duplex.SINGLE

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""
        return self.copies * sheets_of(len(self.pages), self.way, self.duplex)

    @property
    def summary(self) -> str:
        """What is about to be printed: 8 页 × 35 份，双面，共 140 张纸."""
        parts = [
            f"{len(self.pages)} 页 × {self.copies} 份",
            f"份号 {run_text(self.numbers[0], self.numbers[-1], DIGITS)}" if self.numbers else "",
            self.way.value if self.way is not Imposition.NONE else "",
            "双面" if self.both_sides else "单面",
            "加水印" if self.marks else "",
            f"共 {self.sheets} 张{' A3 ' if self.way is Imposition.BOOKLET_A3 else ''}纸",
        ]
        return "，".join(part for part in parts if part)

    @property
    def bears_number(self) -> bool:
        """Whether the page that a number stands on is among those printed."""
        return FIRST in self.pages

    def sides(self, pages: Pages, sheet: bytes = b"", copy: int = 0, marks: bytes = b"") -> bytes:
        """The sides of one copy; its pages of ``sheet``, the numbers, and ``marks`` lie over."""
        if sheet or marks:
            return imposed(pages.pdf, self.pages, self.way, Copies([copy], sheet, marks))
        if self.way is Imposition.NONE:
            return chosen_pages(pages.pdf, self.pages)
        return imposed(pages.pdf, self.pages, self.way)

    def mark_sheet(self, pages: Pages) -> bytes:
        """The watermarks of all copies, to be laid over the sides; b"" where there are none."""
        return pages.mark_sheet(self.marks, self.way) if self.marks else b""

    def file(self, pages: Pages) -> bytes:
        """One PDF of all numbered copies, or of one copy without a number; text stays text."""
        marks = self.mark_sheet(pages)
        if not self.numbers:
            return self.sides(pages, marks=marks)
        sheet, copies = pages.number_sheet(self.numbers), range(len(self.numbers))
        wanted = Copies(copies, sheet, marks, self.both_sides)
        return imposed(pages.pdf, self.pages, self.way, wanted)

    def run(self, pages: Pages, printer: str, outcome: Outcome = Outcome.PRINTED) -> PrintRun:
        """The record of it."""
        duplex = duplex_for(self.way, self.duplex)
        way = duplex if self.way is Imposition.NONE else f"{self.way}，{duplex}"
        way += "，加水印" if self.marks else ""
        numbers = self.numbers or (0,)
        return PrintRun(
            printer,
            pages_text(self.pages),
            self.copies,
            self.sheets,
            numbers[0],
            numbers[-1],
            pages.size,
            way,
            outcome=outcome,
        )
