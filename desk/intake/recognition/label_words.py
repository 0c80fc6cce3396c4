"""The words offices use as labels, and what each is about."""

from enum import StrEnum
from itertools import product


class Label(StrEnum):
    """What a label is about."""

    TITLE = "title"
    UNIT = "unit"
    AUTHOR = "author"
    CONTACT = "contact"
    PHONE = "phone"
    SIGNER = "signer"
    CHECKER = "checker"
    OPINION = "opinion"  # what a leader wrote when he let it go, with his name
    EVENT = "event"
    REPORTED = "reported"
    KIND = "kind"
    URGENCY = "urgency"
    SECRECY = "secrecy"
    BODY = "body"
    OTHER = "other"


_SENDING = "报送 供稿 上报 来稿 投稿 填报 撰稿 编报 报告 发布 起草 送稿 拟稿 发稿 申报"
_PLAIN: dict[Label, str] = {
    Label.TITLE: "标题 信息标题 题目 稿件标题 信息题目 稿件名称 信息名称",
    Label.UNIT: """
        作者单位 联系单位 信息报送单位 信息提供 信息提供单位 提供单位 信息来源 稿件来源 来源
        单位名称 单位 报送机构 所在单位 股室 科室""",
    Label.AUTHOR: "作者 通讯员 信息员 图文 文图 文/图 图/文 文 特约通讯员 作者姓名",
    Label.CONTACT: """
        联系人 报送人 填报人 经办人 报告人 上报人 投稿人 提供人 联络员 联系人及电话 联系人电话
        信息联络员""",
    Label.PHONE: """
        联系电话 电话 手机 手机号 手机号码 联系方式 办公电话 电话号码 座机 固话 固定电话 值班电话
        移动电话        单位电话 办公室电话 联系手机""",
    Label.SIGNER: """
        分管领导 分管负责人 分管负责同志 单位负责人 主要负责人 单位领导 负责人 负责人签字
        负责人签名 领导签字        分管领导签字 分管领导签名 主要领导""",
    Label.CHECKER: "股室负责人 科室负责人 部门负责人 办公室负责人 办公室主任",
    Label.OPINION: """
        审核意见 领导意见 审批意见 签发意见 分管领导意见 审签意见 单位意见 单位审核意见 领导审核意见
        领导批示 领导审批意见 单位领导意见""",
    Label.EVENT: "事件时间 发生时间 事发时间 事件日期 发生日期 事发日期",
    Label.REPORTED: "日期 时间",
    Label.KIND: "信息类型 信息类别 信息种类 稿件类型 稿件类别 类型 类别",
    Label.URGENCY: "紧急程度 缓急 缓急程度 紧急等级",
    Label.SECRECY: "密级 秘密等级 保密等级 保密级别",
    Label.BODY: "正文 内容 信息内容 主要内容 信息正文 稿件内容",
    Label.OTHER: """
        附件 主送 抄送 抄报 主题词 关键词 编号 份号 字数 备注 报 送 发 报送 邮箱 电子邮箱 责任编辑
        编辑 责编        栏目 摘要 签字 盖章 校对 监制 摄影 摄 图 图片 照片 传真 浏览次数 点击数
        阅读次数 期数""",
}
_PEOPLE: dict[Label, tuple[str, str]] = {
    Label.AUTHOR: (
        "供稿 撰稿 拟稿 起草 撰写 执笔 采写 写稿 组稿 编写 整理 采编",
        "人 员 者 人员 人姓名",
    ),
    Label.SIGNER: ("签发 审签 审定 审批 核签 终审 批准 核发", "人 领导 人签字"),
    Label.CHECKER: ("审核 核稿 审稿 复核 初审 审阅 校核 核对", "人 员 者 领导 人签字"),
}


def _words() -> dict[str, Label]:
    """Every label word; the first meaning listed for a word holds."""
    found: dict[str, Label] = {}
    for label, (verbs, persons) in _PEOPLE.items():
        for verb, person in product(verbs.split(), ["", *persons.split()]):
            found.setdefault(verb + person, label)
    for label, words in _PLAIN.items():
        for word in words.split():
            found.setdefault(word, label)
    for verb, office in product(_SENDING.split(), ("单位", "部门", "科室", "股室", "机构")):
        found.setdefault(verb + office, Label.UNIT)
    for verb, day in product(f"{_SENDING} 成文 印发".split(), ("日期", "时间")):
        found.setdefault(verb + day, Label.REPORTED)
    return found


WORDS = _words()
