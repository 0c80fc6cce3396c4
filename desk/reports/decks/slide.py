"""One slide: a page, what it belongs to, and what it is called."""

from dataclasses import dataclass

from desk.reports.charts.chart import Page

_EVIDENCE = "本页的数："
_MOST = 120  # figures of a page that anyone reads


@dataclass(frozen=True, slots=True)
class Slide:
    """A page of a deck; ``part`` is the key in the plan that it came from."""

    part: str
    title: str
    page: Page

    @property
    def told(self) -> str:
        """What the presenter reads: the page's note, then every figure on it in words."""
        note = self.page.note
        figures = dict.fromkeys(one.text for one in self.page.spots if one.text not in note)
        if not figures or len(figures) > _MOST:
            return note
        return "\n".join((note, _EVIDENCE, *figures)).strip()
