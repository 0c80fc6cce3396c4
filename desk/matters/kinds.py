"""What the kinds of matters are called, without reading their code."""

NOUNS = {
    "commission": "约稿",
    "pool-topic": "选题",
    "consultation": "会商纪要",
    "point-list": "要点",
    "emergency": "紧急信息",
    "instruction": "批示",
    "forwarding": "上报",
    "fee": "稿酬",
}


def noun_of(subject: str) -> str:
    """What a subject as "commission:3" is; "" where it is no matter."""
    return NOUNS.get(subject.partition(":")[0], "")
