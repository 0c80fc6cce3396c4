"""The text of a composite: blocks that name the draft they came from, added and taken out again."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desk.body import Block, Body, Paragraph, Picture, Run, Table
from desk.drafts import Draft

_REPEATED = 80  # percent of a paragraph that an earlier part has told already


def marked(block: Block, source: int) -> Block:
    """The block as one that came from a draft; 0 for none."""
    return replace(block, source=source)


def blocks_of(draft: Draft, take: Collection[int] | None = None) -> tuple[Block, ...]:
    """A draft's text under its title, marked as its own.

    ``take`` are the places of the blocks wanted; without it all are, of none the title is left out.
    """
    wanted = [one for at, one in enumerate(draft.body.blocks) if take is None or at in take]
    if take is not None and not wanted:
        return ()
    heading = Paragraph((Run(draft.title, bold=True),))
    return tuple(marked(block, draft.id) for block in (heading, *wanted))


def key_of(block: Block) -> tuple[object, ...]:
    """What makes a block the same for a reader: its words, whatever their weight and level."""
    match block:
        case Paragraph():
            return ("text", block.text.strip())
        case Table(rows, _, caption):
            return ("table", rows, caption)
        case Picture(digest, _, _, caption):
            return ("picture", digest, caption)


def edited(body: Body, draft: Draft) -> tuple[Block, ...]:
    """The blocks that came from a draft and don't read as they did there."""
    known = {key_of(block) for block in blocks_of(draft)}
    own = (block for block in body.blocks if block.source == draft.id)
    return tuple(block for block in own if key_of(block) not in known)


def without(body: Body, draft: Draft, *, keep_edited: bool) -> Body:
    """The text without what came from a draft; edited blocks stay as the composite's own, if kept.

    A text assembled before blocks named their source loses the draft's text where it stands whole.
    """
    if not any(block.source == draft.id for block in body.blocks):
        return Body(_without_run(body.blocks, blocks_of(draft)))
    changed = {id(block) for block in edited(body, draft)} if keep_edited else set[int]()
    return Body(
        tuple(
            marked(block, 0) if id(block) in changed else block
            for block in body.blocks
            if block.source != draft.id or id(block) in changed
        )
    )


def _without_run(blocks: tuple[Block, ...], part: tuple[Block, ...]) -> tuple[Block, ...]:
    wanted = [key_of(block) for block in part]
    keys = [key_of(block) for block in blocks]
    for start in range(len(blocks) - len(part) + 1):
        if keys[start : start + len(part)] == wanted:
            return blocks[:start] + blocks[start + len(part) :]
    return blocks


@dataclass(frozen=True, slots=True)
class Usage:
    """How many characters a composite has of a draft, and how many the draft has itself."""

    used: int
    whole: int


def usage(body: Body, draft: Draft) -> Usage:
    """How much of a draft is left in a composite; its title counts on neither side."""
    title = draft.title.strip()
    own = (one.text for one in body.paragraphs if one.source == draft.id)
    used = sum(len(text) for text in own if text.strip() != title)
    return Usage(used, len(draft.body.text.replace("\n", "")))


def reordered(body: Body, order: Sequence[int]) -> Body:
    """The text with its sources in another order, where each of them stands in one piece."""
    runs = [(source, tuple(run)) for source, run in groupby(body.blocks, lambda one: one.source)]
    sources = [source for source, _run in runs if source in order]
    if len(set(sources)) != len(sources):
        return body
    pieces = dict(runs)
    waiting = iter(sorted(sources, key=list(order).index))
    placed = (pieces[next(waiting)] if source in order else run for source, run in runs)
    return Body(tuple(block for run in placed for block in run))


def taken(body: Body, draft: Draft) -> frozenset[int]:
    """The places of a draft's blocks that stand in the text as they came."""
    held = {key_of(block) for block in body.blocks if block.source == draft.id}
    return frozenset(at for at, one in enumerate(draft.body.blocks) if key_of(one) in held)


def retaken(body: Body, draft: Draft, take: Collection[int]) -> Body:
    """The text with just these blocks of a draft; those edited since and all others stay.

    Blocks that come back stand behind those they follow in the draft.
    """
    before = taken(body, draft)
    dropped = {key_of(draft.body.blocks[at]) for at in before if at not in take}
    blocks = [
        block for block in body.blocks if block.source != draft.id or key_of(block) not in dropped
    ]
    for at in sorted(set(take) - before):
        blocks.insert(_place(blocks, draft, at), marked(draft.body.blocks[at], draft.id))
    return Body(tuple(blocks))


def _place(blocks: Sequence[Block], draft: Draft, at: int) -> int:
    """Where a block of a draft belongs: behind what precedes it there, else at the source's end."""
    heading = ("text", draft.title.strip())
    former = [heading, *(key_of(one) for one in draft.body.blocks[:at])]
    own = [place for place, one in enumerate(blocks) if one.source == draft.id]
    for key in reversed(former):
        for place in own:
            if key_of(blocks[place]) == key:
                return place + 1
    return own[-1] + 1 if own else len(blocks)


def repeated(drafts: Iterable[Draft]) -> dict[int, frozenset[int]]:
    """The paragraphs of each draft that say what an earlier one of them has said, by place."""
    found: dict[int, frozenset[int]] = {}
    before: list[str] = []
    for draft in drafts:
        covered = _covered(before, draft.body.text)
        found[draft.id] = frozenset(_told(draft.body, covered))
        before.append(draft.body.text)
    return found


def _covered(texts: Sequence[str], text: str) -> set[int]:
    """The characters of a text that stand in sentences which others have said."""
    from desk.duplicates.evidence import evidence  # noqa: PLC0415 - heavy, loaded on use

    found: set[int] = set()
    for other in texts:
        for passage in evidence(other, text).passages:
            if not passage.changes:
                found.update(range(*passage.right))
    return found


def _told(body: Body, covered: set[int]) -> Iterable[int]:
    start = 0
    for at, block in enumerate(body.blocks):
        if isinstance(block, Paragraph):
            length = len(block.text)
            shared = sum(1 for one in range(start, start + length) if one in covered)
            if length and shared * 100 >= _REPEATED * length:
                yield at
            start += length + 1
