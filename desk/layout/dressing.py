"""Dress a template in what a publication changes of it."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from desk.layout.content import IssueContent
from desk.layout.grid import GRIDS
from desk.layout.model import Layout, Strip
from desk.layout.shelf import in_use
from desk.layout.styles import StripStyle, Template
from desk.publications import Appearance


def dress(template: Template, appearance: Appearance) -> Template:
    """The template as a publication's issues look; name and issuer come with the content."""
    look = appearance
    masthead = list(template.masthead)
    at = name_at(template)
    if at is not None:
        masthead[at] = _name(masthead[at], look)
    tail = template.tail
    return replace(
        template,
        masthead=tuple(masthead),
        grid=look.grid if look.grid in GRIDS else template.grid,
        contents=replace(template.contents, when=look.contents or template.contents.when),
        note_label=look.note_label or template.note_label,
        tail=replace(tail, left=look.tail_left or tail.left, right=look.tail_right or tail.right),
    )


def dressed(content: IssueContent, template: Template | None = None) -> Template:
    """The template of an issue as it is printed; from the shelf unless one is given.

    A template may name another one that sets its 增刊.
    """
    shelf = in_use()
    base = template or shelf.load(content.template)
    if other := base.series.get(content.series):
        base = shelf.load(other)
    return dress(base, content.appearance)


def name_warnings(content: IssueContent, template: Template, layout: Layout) -> Iterator[str]:
    """A sentence where the name is too wide for the page in the size the publication asks for."""
    at = name_at(template)
    strips = [block for block in layout.blocks if isinstance(block, Strip)]
    if at is None or not content.appearance.size or len(strips) <= at:
        return
    asked, printed = template.masthead[at].size, strips[at].look.size
    if printed < asked:
        name = content.fields["name"]
        yield f"刊名“{name}”按{asked:g}磅排不下156毫米宽，已改用{printed:g}磅。"


def name_at(template: Template) -> int | None:
    """Which line of the head is the publication's name: the largest that prints it."""
    named = [(one.size, -at) for at, one in enumerate(template.masthead) if "{name}" in one.center]
    return -max(named)[1] if named else None


def _name(style: StripStyle, look: Appearance) -> StripStyle:
    """The name in another size, on as many lines as that needs."""
    size = look.size or style.size
    spacing = style.spacing if look.spacing is None else look.spacing
    lines = max(style.lines, ceil(size / GRIDS["full"].pitch))
    return replace(style, size=size, spacing=spacing, lines=lines)
