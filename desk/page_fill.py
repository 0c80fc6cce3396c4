"""How full the pages of an issue are, in the office's words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageFill:
    """Grid lines taken of each page's ``lines``; ``target`` is how many pages are wanted, or 0."""

    taken: tuple[int, ...]
    lines: int
    target: int = 0

    @property
    def free(self) -> int:
        """The lines left on the last page."""
        return self.lines - self.taken[-1] if self.taken else 0

    @property
    def is_over(self) -> bool:
        """Whether there are more pages than wanted."""
        return bool(self.target) and len(self.taken) > self.target

    @property
    def room(self) -> int:
        """The lines that may still be added: to the last page, or until the pages wanted.

        Below zero where the issue is longer than wanted.
        """
        pages = len(self.taken)
        if self.is_over:
            return self.target * self.lines - sum(self.taken)
        return self.free + max(0, self.target - pages) * self.lines

    @property
    def sentences(self) -> list[str]:
        """The pages, how they lie on sheets, and what is missing to the pages wanted."""
        pages = len(self.taken)
        said = [f"本期 {pages} 页，末页余 {self.free} 行"]
        said.append(self._sheets(pages))
        if self.is_over:
            said.append(f"超出 {self.target} 页约 {-self.room} 行")
        elif self.target:
            said.append(f"到 {self.target} 页还可加 {self.room} 行")
        return said

    def _sheets(self, pages: int) -> str:
        sheets = f"双面印 {(pages + 1) // 2} 张"
        if pages % 2 == 0:
            return sheets
        blank = f"{sheets}，第 {pages} 页背面空白"
        return blank if self.target else f"{blank}，还可加 {self.free + self.lines} 行"
