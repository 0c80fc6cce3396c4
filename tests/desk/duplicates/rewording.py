"""Retell a text: other words, another order, shorter, with other dates or figures."""

import re
from datetime import date
from random import Random

_SYNONYMS = (
    ("截至目前", "目前"), ("目前", "到目前为止"), ("组织", "发动"), ("开展", "实施"),
    ("检查", "督查"), ("发现", "查出"), ("隐患", "问题隐患"), ("整改", "整治"),
    ("措施", "办法"), ("群众", "村民"),
    ("建立", "建好"), ("落实", "抓好"), ("加强", "强化"), ("推进", "推动"), ("通过", "依托"),
    ("提供", "送去"), ("全部", "均已"), ("重点", "着重"), ("完成", "实现"), ("人员", "人手"),
    ("联合", "会同"), ("设立", "设置"), ("解决", "破解"), ("困难", "难题"), ("服务", "保障"),
    ("培训", "轮训"), ("累计", "共计"), ("实行", "推行"), ("对", "针对"), ("由", "从"),
    ("投入", "使用"), ("帮助", "帮扶"), ("影响", "波及"), ("其中", "这里面"),
    ("下一步", "接下来"), ("将", "计划"),
    ("一是", "首先，"), ("二是", "其次，"), ("三是", "再次，"), ("四是", "此外，"), ("逐", "挨"),
)  # fmt: skip
_LEADS = (
    "据了解，", "记者从有关方面获悉，", "据悉，", "从现场情况看，", "工作中，", "具体来看，",
    "值得一提的是，",
)  # fmt: skip
_ADDED = (
    "这项工作得到了群众的普遍认可。",
    "有关负责人表示，将继续跟踪问效。",
    "县领导对此项工作给予充分肯定，要求总结好做法。",
    "相关经验做法已在全县范围内交流。",
    "该工作列入年度重点任务，每月调度一次进展。",
    "各方面反映良好，后续情况将继续报送。",
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")
_HEAVY = 0.75  # of the table is used when a text is retold thoroughly


def reworded(text: str, random: Random, share: float) -> str:
    """Some of the known words by others that mean the same."""
    marks: dict[str, str] = {}
    for number, (word, other) in enumerate(_SYNONYMS):
        if word in text and random.random() < share:
            mark = chr(0xE000 + number)
            marks[mark] = other
            text = text.replace(word, mark)
    for mark, other in marks.items():
        text = text.replace(mark, other)
    return text


def lightly(paragraphs: tuple[str, ...], random: Random) -> tuple[str, ...]:
    """What a unit changes before it sends a text again: some words, a sentence more or less."""
    told = [reworded(one, random, 0.2) for one in paragraphs]
    if random.random() < 0.5:
        told[-1] += random.choice(_ADDED)
    if random.random() < 0.3 and len(told) > 3:
        del told[random.randrange(1, len(told))]
    return tuple(told)


def heavily(paragraphs: tuple[str, ...], random: Random) -> tuple[str, ...]:
    """Another hand: most words, the order of sentences, cuts, splits and additions."""
    sentences = [
        sentence
        for one in paragraphs
        for sentence in re.findall(r"[^。；]+[。；]?", reworded(one, random, _HEAVY))
    ]
    head, rest = sentences[0], sentences[1:]
    for _ in range(max(1, len(rest) // 5)):
        if len(rest) > 2:
            del rest[random.randrange(len(rest))]
    for _ in range(max(1, len(rest) // 3)):
        at = random.randrange(len(rest))
        to = min(len(rest) - 1, max(0, at + random.choice((-2, -1, 1, 2))))
        rest.insert(to, rest.pop(at))
    rest = [random.choice(_LEADS) + one if random.random() < 0.25 else one for one in rest]
    rest.insert(random.randrange(len(rest) + 1), random.choice(_ADDED))
    middle = max(1, len(rest) // 2)
    return ("".join([head, *rest[:middle]]), "".join(rest[middle:]))


def shortened(paragraphs: tuple[str, ...], random: Random) -> tuple[str, ...]:
    """A brief out of the text: its first sentence and one to three others."""
    sentences = re.findall(r"[^。]+。", "".join(paragraphs))
    others = range(1, len(sentences))
    kept = sorted(random.sample(others, min(len(others), random.randint(1, 3))))
    return ("".join(sentences[at] for at in (0, *kept)),)


def relaid(paragraphs: tuple[str, ...], random: Random) -> tuple[str, ...]:
    """The same characters in another layout: spaces, widths, paragraphs."""
    text = list(paragraphs)
    if random.random() < 0.5:
        text = ["　　" + one for one in text]
    if random.random() < 0.5:
        text = [one.translate(str.maketrans("0123456789", "０１２３４５６７８９")) for one in text]
    if random.random() < 0.5 and len(text) > 2:
        text[0:2] = ["".join(text[0:2])]
    return tuple(text)


def redated(text: str, random: Random, year: date, other: date, share: float) -> str:
    """Last year's text for this year: other days, and this share of the figures changed."""
    shift = random.randint(-12, 12)

    def day(match: re.Match[str]) -> str:
        return f"{match[1]}月{min(28, max(1, int(match[2]) + shift))}日"

    text = _DAY.sub(day, text).replace(f"{other.year}年", f"{year.year}年")
    kept = [(match.start(), match.end()) for match in _DAY.finditer(text)]

    def figure(match: re.Match[str]) -> str:
        inside = any(start <= match.start() < end for start, end in kept)
        following = text[match.end() : match.end() + 1]
        if inside or following in "年月日时点" or random.random() >= share:
            return match[0]
        places = len(match[0].partition(".")[2])
        value = float(match[0]) * random.uniform(1.03, 1.3)
        return f"{value:.{places}f}" if places else str(round(value) + 1)

    return _FIGURE.sub(figure, text)
