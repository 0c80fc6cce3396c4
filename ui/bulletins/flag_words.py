"""How flags are told: a shape, a word and a colour for each kind."""

from collections import Counter
from collections.abc import Iterable

from desk.bulletins.passage import Flag, FlagKind
from ui import style

SHAPES = {FlagKind.HAND: "▲", FlagKind.CHANGED: "◆", FlagKind.UNCHECKED: "○"}
COLOURS = {
    FlagKind.HAND: style.RED,
    FlagKind.CHANGED: style.AMBER,
    FlagKind.UNCHECKED: style.MUTED,
}
NONE = "✓ 和台账一致"


def marked(kind: FlagKind) -> str:
    """A kind with its shape: ▲ 手改."""
    return f"{SHAPES[kind]} {kind}"


def counted(flags: Iterable[Flag]) -> str:
    """How many flags of each kind there are, the gravest first."""
    times = Counter(one.kind for one in flags)
    return "　".join(f"{marked(kind)} {times[kind]}" for kind in SHAPES if times[kind]) or NONE


def grave(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Those that are asked about before 定稿."""
    return tuple(one for one in flags if one.kind is not FlagKind.UNCHECKED)
