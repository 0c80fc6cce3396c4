"""What stands around a document's text (GB/T 9704-2012 7.2-7.4): title, signature, 附件, 版记."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.dates import full_date
from desk.layout.document_parts import Attachment, Document
from desk.layout.fonts import Face, Fonts
from desk.layout.grid import BODY_SIZE, UPRIGHT, Grid
from desk.layout.items import INDENT
from desk.layout.model import Align, Look, Piece, Strip, TextBlock
from desk.layout.quarters import quartered
from desk.layout.setting import clean, lines_at, text_block, widths_of
from desk.layout.strips import fitted
from desk.layout.titles import break_title

_TITLE_SIZE, _SMALL = 22.0, 14.0  # 2号, 4号
_RED_HEAD = Look(40.0, 2.0, rows=3, red=True)  # 发文机关标志
_FROM_EDGE = 4 * BODY_SIZE  # 成文日期右空四字


@dataclass(frozen=True, slots=True)
class DocumentEnds:
    """Sets what surrounds the text of one document."""

    document: Document
    fonts: Fonts

    def opening(self) -> Iterator[TextBlock | Strip]:
        """What is above the text: the red head, the title, to whom it goes."""
        if number := clean(self.document.number).strip():
            office = (Piece(clean(self.document.office).strip(), Face.TITLE),)
            yield self._strip(Strip((), office, (), _RED_HEAD, after=1))
            below = (Piece(number),)
            yield self._strip(Strip((), below, (), Look(tracking=0.0), rule="red", after=2))
        yield self._title(self.document.title, UPRIGHT)
        if to := clean(self.document.to).strip().rstrip("：:"):
            yield self._text(f"{to}：", Look(), UPRIGHT)

    def closing(self) -> Iterator[TextBlock]:
        """What is below the text: the list of attachments, the signature."""
        yield from self._list()
        lines = [clean(line).strip() for line in self.document.signed]
        widths = [self._width(line) for line in lines]
        last = len(lines) - 1
        for at, (line, width) in enumerate(zip(lines, widths, strict=True)):
            right = max(0.0, _FROM_EDGE + (widths[-1] - width) / 2)
            look = Look(align=Align.RIGHT, right=right)
            block = self._text(line, look, UPRIGHT)
            yield replace(block, before=2 * UPRIGHT.parts * (at == 0), keep=at < last)

    def attachment(self, part: Attachment, number: int, grid: Grid) -> Iterator[TextBlock]:
        """The mark at the upper left and, from the third line on, the title."""
        mark = f"附件{number}" if len(self.document.attachments) > 1 else "附件"
        block = text_block((Piece(mark, Face.HEI),), Look(tracking=0.0), self.fonts, grid)
        name = f"{mark}　{clean(part.title).strip()}"
        yield replace(quartered(block, grid), after=grid.parts, keep=True, key=mark, title=name)
        yield self._title(part.title, grid)

    def tail(self) -> Iterator[TextBlock | Strip]:
        """版记: to whom copies go, who issues it and when."""
        copies = clean(self.document.copies_to).strip().rstrip("。")
        if not copies:
            return
        hang = 3 * _SMALL
        look = Look(_SMALL, 0.0, hang=hang, left=_SMALL, right=_SMALL)
        yield replace(self._text(f"抄送：{copies}。", look, UPRIGHT), keep=True, rule_above=True)
        day = self.document.day
        issued = f"{full_date(day)}印发"
        ends = ((Piece(clean(text)),) for text in (self.document.office, issued))
        strip_look = Look(_SMALL, 0.0, left=_SMALL, right=_SMALL)
        strip = Strip(next(ends), (), next(ends), strip_look, rule="black", rule_above=True)
        yield self._strip(strip)

    def _list(self) -> Iterator[TextBlock]:
        """附件：1. … below the text; titles that go on stand below their first character."""
        attached = self.document.attachments
        label = 3 * BODY_SIZE
        for at, part in enumerate(attached):
            number = f"{at + 1}. " if len(attached) > 1 else ""
            begin = INDENT + (label if at else 0.0)
            hang = INDENT + label + self._width(number)
            text = ("" if at else "附件：") + number + clean(part.title).strip()
            block = self._text(text, Look(first=begin, hang=hang), UPRIGHT)
            yield replace(block, before=UPRIGHT.parts * (at == 0), keep=bool(self.document.signed))

    def _title(self, text: str, grid: Grid) -> TextBlock:
        pieces = (Piece(clean(text).strip(), Face.TITLE),)
        look = Look(_TITLE_SIZE, 0.0, Align.CENTER)
        spans = break_title(pieces[0].text, widths_of(pieces, look, self.fonts), grid.limit)
        lines = lines_at(pieces, spans, look, self.fonts)
        block = TextBlock(pieces, look, lines, after=1, keep=True, forced=True, outline=True)
        return quartered(block, grid)

    def _text(self, text: str, look: Look, grid: Grid) -> TextBlock:
        return quartered(text_block((Piece(text),), look, self.fonts, grid), grid)

    def _strip(self, strip: Strip) -> Strip:
        return quartered(
            fitted(strip, self.fonts, replace(UPRIGHT, parts=1, pitch=UPRIGHT.line)), UPRIGHT
        )

    def _width(self, text: str) -> float:
        return sum(widths_of((Piece(text),), Look(), self.fonts))
