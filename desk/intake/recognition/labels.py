"""Labels such as 报送单位： and what stands behind them."""

import re
from dataclasses import dataclass
from enum import StrEnum

_GAP = r"[ \u3000]*"


class Label(StrEnum):
    """What a label is about."""

    TITLE = "title"
    UNIT = "unit"
    AUTHOR = "author"
    CONTACT = "contact"
    PHONE = "phone"
    SIGNER = "signer"
    CHECKER = "checker"
    EVENT = "event"
    REPORTED = "reported"
    KIND = "kind"
    URGENCY = "urgency"
    SECRECY = "secrecy"
    BODY = "body"
    OTHER = "other"


_WORDS: dict[Label, str] = {
    Label.TITLE: "标题 信息标题 题目 稿件标题",
    Label.UNIT: """
        报送单位 供稿单位 上报单位 来稿单位 投稿单位 填报单位 撰稿单位 编报单位 报送部门
        作者单位 联系单位 报告单位 发布单位 起草单位 送稿单位
        信息来源 稿件来源 来源 单位名称 单位""",
    Label.AUTHOR: """
        供稿人 供稿 撰稿人 撰稿 作者 通讯员 信息员 拟稿人 拟稿 起草人 起草 撰写人 执笔 执笔人
        编写 整理 图文 文图""",
    Label.CONTACT: "联系人 报送人 填报人 经办人 联系人及电话 联系人电话",
    Label.PHONE: "联系电话 电话 手机 手机号 手机号码 联系方式 办公电话 电话号码",
    Label.SIGNER: """
        签发 签发人 签发领导 审签 审签人 审定 审定人 审批 审批人 分管领导 单位负责人
        负责人签字 领导签字""",
    Label.CHECKER: "审核 审核人 审核领导 核稿 核稿人 审稿 审稿人",
    Label.EVENT: "事件时间 发生时间 事发时间 事件日期",
    Label.REPORTED: """
        报送日期 报送时间 上报日期 上报时间 报告日期 填报日期 填报时间 投稿日期 供稿日期 供稿时间
        发布时间 发布日期 成文日期 印发日期 日期 时间""",
    Label.KIND: "信息类型 信息类别 信息种类 稿件类型 类型 类别",
    Label.URGENCY: "紧急程度 缓急 缓急程度",
    Label.SECRECY: "密级 秘密等级 保密等级",
    Label.BODY: "正文 内容 信息内容 主要内容 信息正文 稿件内容",
    Label.OTHER: """
        附件 主送 抄送 抄报 主题词 关键词 编号 字数 备注 报 送 发 报送 邮箱 电子邮箱 责任编辑 编辑
        栏目 摘要 审核意见 领导意见 签字 盖章""",
}
_OF = {word: label for label, words in _WORDS.items() for word in words.split()}
_ALTERNATIVES = "|".join(_GAP.join(word) for word in sorted(_OF, key=len, reverse=True))
_LABEL = re.compile(
    rf"(?:^|(?<=[\s\u3000（(【，,；;。|]))(?P<word>{_ALTERNATIVES}){_GAP}(?:[（(][^）)]{{1,8}}[）)])?{_GAP}[:：]"
)
_LOOSE = re.compile(
    rf"(?<=[\d\u4e00-\u9fff）)])(?P<word>{_GAP.join('联系电话')}|{_GAP.join('电话')}|{_GAP.join('手机')}){_GAP}[:：]"
)
_BARE = re.compile(rf"^(?P<word>{_ALTERNATIVES}){_GAP}(?:[（(][^）)]{{1,8}}[）)])?{_GAP}[:：]?$")
_FRAMED = re.compile(rf"[【\[〔](?P<word>{_ALTERNATIVES})[】\]〕]{_GAP}[:：]?")
_LONGEST = 300  # characters; keeps the blanks of a hostile line from costing time
_SPACED = re.compile(r"[ \u3000]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its value, blanks trimmed."""

    label: Label
    text: str
    word: str


def labels(text: str) -> list[Labelled]:
    """The labels of a line that starts with one; empty for running text."""
    line = text.strip(" \t\u3000")
    if len(line) > _LONGEST:
        return []
    if line[:1] in "（(【" and line[-1:] in "）)】":
        line = line[1:-1].strip()
    line = _FRAMED.sub(lambda match: f" {match['word']}：", line).strip()
    found = sorted(
        [*_LABEL.finditer(line), *_LOOSE.finditer(line)], key=lambda match: match.start()
    )
    if not found or found[0].start() != 0:
        return []
    ends = [match.start() for match in found[1:]] + [len(line)]
    return [
        _labelled(match["word"], line[match.end() : end])
        for match, end in zip(found, ends, strict=True)
    ]


def cell_label(text: str) -> Label | None:
    """The label a table cell consists of, with or without its colon."""
    match = _BARE.match(" ".join(text.split()))
    return _OF[_SPACED.sub("", match["word"])] if match else None


def _labelled(word: str, value: str) -> Labelled:
    bare = _SPACED.sub("", word)
    return Labelled(_OF[bare], value.strip(" \t\u3000（(【，,；;|"), bare)
