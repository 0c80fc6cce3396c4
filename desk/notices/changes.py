"""What somebody changed in a letter's figures by hand (手改)."""

from collections.abc import Sequence
from dataclasses import replace

from desk.bulletins.differences import Reader
from desk.bulletins.flagging import Check
from desk.bulletins.passage import Flag, Passage


def hand_flags(passages: Sequence[Passage], reader: Reader) -> tuple[Flag, ...]:
    """Figures and units that are not as the ledger wrote them, in reading order."""
    return tuple(
        flag
        for one in passages
        if one.edited
        for flag in Check(one, replace(one, text=one.written) if one.written else None, reader)
        .flags()
    )  # fmt: skip
