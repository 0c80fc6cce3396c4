"""What a draft tells a scheme beyond its units and its place (细目)."""

import re

from desk.body import Body, Picture, Table
from desk.drafts import Channel, Draft
from desk.facts import Particulars

HEADLINE = "头条"
UNSIGNED = "未签审"
_BETWEEN = re.compile(r"[、，,；;]+")
_BLANK = re.compile(r"\s")


def particulars_of(draft: Draft, body: Body, *, first: bool = False) -> Particulars:
    """The particulars of a draft with this text; ``first`` says it leads its issue (头条)."""
    return Particulars(
        placement=HEADLINE if first else "",
        words=len(_BLANK.sub("", body.text)),
        attachments=tuple(
            name
            for name, kind in (("图片", Picture), ("表格", Table))
            if any(isinstance(block, kind) for block in body.blocks)
        ),
        tags=() if draft.approver.strip() else (UNSIGNED,),
        kind=draft.kind.value if draft.kind else "",
        commissioned=draft.channel is Channel.COMMISSION,
        people=_names(draft.author),
    )


def _names(author: str) -> tuple[str, ...]:
    """The names of several authors; a name of two characters is often set apart by a blank."""
    names = _BETWEEN.split(_BLANK.sub("", author))
    return tuple(dict.fromkeys(name for name in names if name))
