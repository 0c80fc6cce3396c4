"""Compose an issue: content and template become blocks of set lines."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.intake.counting import chinese
from desk.layout.boxes import instruction_box, labelled, spaced
from desk.layout.content import IssueContent, SectionContent
from desk.layout.enlarging import enlarged
from desk.layout.fonts import Face, Fonts
from desk.layout.grid import CELL, Grid, PrintSize, grid_of
from desk.layout.items import INDENT, ItemSetter
from desk.layout.model import Align, Block, Layout, Look, Piece, Strip, TextBlock
from desk.layout.setting import clean, pieces_of, text_block, trim
from desk.layout.strips import fitted
from desk.layout.styles import StripStyle, Template, fill


def compose(
    content: IssueContent,
    template: Template,
    fonts: Fonts,
    *,
    contents: bool,
    run_on: frozenset[str] = frozenset(),
    size: PrintSize = PrintSize.NORMAL,
) -> Layout:
    """Lay an issue out as blocks, with or without its contents list.

    The items named by ``run_on`` get their 供稿 after the last character, not on a line of its own.
    """
    grid = grid_of(template.grid, size)
    composer = _Composer(content, template, fonts, grid, run_on)
    items = list(composer.items())
    below = [*composer.note(blank=int(bool(items) and not items[0].before)), *items]
    box = instruction_box(content, template.instruction, fonts, grid)
    above: list[Block] = [*composer.masthead()]
    if contents:
        after = template.contents.after
        first = box or below
        collapsed = max(0, after - first[0].before) if first else after
        entries = list(composer.contents())
        above += entries[:-1]
        above += [replace(last, after=collapsed) for last in entries[-1:]]
    blocks = tuple(spaced(above, box, below))
    return enlarged(Layout(blocks, tuple(composer.tail())), grid)


@dataclass(frozen=True, slots=True)
class _Composer:
    """The parts of one issue in printing order."""

    content: IssueContent
    template: Template
    fonts: Fonts
    grid: Grid
    run_on: frozenset[str]

    @property
    def sections(self) -> list[SectionContent]:
        return [section for section in self.content.sections if section.items]

    @property
    def has_headings(self) -> bool:
        return self.template.section.alone or len(self.sections) > 1

    def masthead(self) -> Iterator[Strip]:
        return (self._strip(style) for style in self.template.masthead)

    def contents(self) -> Iterator[TextBlock]:
        style = self.template.contents
        if style.heading:
            heading = (Piece(style.heading, Face.HEI),)
            yield replace(self._text(heading, Look(align=Align.CENTER)), keep=True)
        for section in self.sections:
            if style.sections and self.has_headings:
                heading = (Piece(self._heading_text(section), Face.HEI),)
                yield replace(self._text(heading, Look(align=Align.LEFT)), keep=True)
            for item in section.items:
                # two characters stay free for the page number
                look = Look(align=Align.LEFT, right=2 * CELL)
                pieces = trim([Piece(clean(item.title), Face.FANG)])
                block = replace(self._text(pieces, look), entry=item.key, leader=style.leader)
                # the break is written into the .docx: its number stands right of the indent
                yield replace(block, forced=True)

    def note(self, blank: int) -> Iterator[TextBlock]:
        """编者按, with that many blank lines after it."""
        label = Piece(labelled(self.content.note_label or self.template.note_label), Face.HEI)
        paragraphs = self.content.note.paragraphs
        for at, paragraph in enumerate(paragraphs, 1):
            pieces = pieces_of(paragraph, Face.KAI)
            block = self._text((label, *pieces) if at == 1 else pieces, Look(first=INDENT))
            after = blank if at == len(paragraphs) else 0
            yield replace(block, before=int(at == 1), after=after)

    def items(self) -> Iterator[Block]:
        setter = ItemSetter(self.fonts, self.grid)
        number = 0
        for section in self.sections:
            if self.has_headings:
                yield self._heading(section)
            for item in section.items:
                number += 1
                style = self.template.item_style(section.name)
                if item.key in self.run_on:
                    style = replace(style, credit_place="end")
                yield from setter.item(item, number, style)

    def tail(self) -> Iterator[TextBlock | Strip]:
        style, values = self.template.tail, self.content.fields
        left, right = (clean(fill(text, values)) for text in (style.left, style.right))
        if not (self.content.send_to or left.strip() or right.strip()):
            return  # nothing to say: no bare rules at the foot either
        for at, line in enumerate(self.content.send_to):
            head, mark, rest = clean(line).strip().replace(":", "：", 1).partition("：")
            hang = style.size * len(head + mark) if mark else 0.0
            look = Look(style.size, 0.0, hang=hang, left=style.size, right=style.size)
            block = self._text((Piece(head + mark + rest, style.face),), look)
            yield replace(block, keep=True, rule_above=at == 0)
        look = Look(style.size, 0.0, left=style.size, right=style.size)
        ends = ((Piece(text, style.face),) for text in (left, right))
        strip = Strip(next(ends), (), next(ends), look, rule="black", rule_above=True)
        yield fitted(strip, self.fonts, self.grid)

    def _heading_text(self, section: SectionContent) -> str:
        name = clean(section.heading or section.name)
        at = self.sections.index(section) + 1
        numbers = {"n": str(at), "cn": chinese(at)}
        return fill(self.template.section.format, numbers | {"name": name})

    def _heading(self, section: SectionContent) -> TextBlock:
        style = self.template.section
        pieces = (Piece(self._heading_text(section), style.face),)
        block = self._text(pieces, Look(style.size, align=Align(style.align)))
        return replace(block, before=style.before, after=style.after, keep=True, section=True)

    def _strip(self, style: StripStyle) -> Strip:
        values = self.content.fields
        left, center, right = (
            (Piece(clean(fill(text, values)), style.face),)
            for text in (style.left, style.center, style.right)
        )
        inset = style.inset * style.size
        look = Look(
            style.size,
            style.spacing,
            left=inset,
            right=inset,
            rows=style.lines,
            red=style.red,
        )
        strip = Strip(left, center, right, look, style.rule, after=style.after)
        return fitted(strip, self.fonts, self.grid)

    def _text(self, pieces: tuple[Piece, ...], look: Look) -> TextBlock:
        return text_block(pieces, look, self.fonts, self.grid)
