"""A page of the manual for every rule, made of the rule itself."""

from dataclasses import replace

from desk.checks.catalogue import catalogue
from desk.checks.engine import check
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Need, Rule, Severity
from desk.outcomes import Outcome

FAMILIES = {
    "T": "标题",
    "P": "标点",
    "N": "数字和单位",
    "D": "日期和时间",
    "A": "算术和一致",
    "W": "字词",
    "S": "文风",
    "E": "要素",
    "F": "序号和文号",
    "O": "名称",
    "C": "保密和合规",
    "X": "重复和往期",
    "M": "登记和类型",
}
_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.INFO: "提示"}
_SEEN = {
    Need.ANYWHERE: "标题、正文和表格",
    Need.TEXT: "标题和正文",
    Need.BODY: "正文",
    Need.TITLE: "标题",
    Need.TOGETHER: "标题、正文和表格，互相对照",
    Need.WHOLE: "整篇稿件，互相对照",
}


def contents() -> str:
    """The list of all rules by family, in Markdown with a link to each."""
    lines = ["# 检查规则", "", "每条规则一页：查什么、为什么、依据、错例、正例和改法。", ""]
    for letter, family in FAMILIES.items():
        found = [rule for code, rule in catalogue().items() if code.startswith(letter)]
        lines += [f"## {letter}　{family}", ""]
        lines += [f"- [{rule.code}　{rule.name}](rule:{rule.code})" for rule in found]
        lines.append("")
    return "\n".join(lines)


def page_of(code: str, outcome: Outcome | None = None) -> str:
    """The page of the rule of that code, or the list of all where there is none."""
    rule = catalogue().get(code)
    return f"# {rule.code}　{rule.name}\n\n{page(rule, outcome)}" if rule else contents()


def page(rule: Rule, outcome: Outcome | None = None) -> str:
    """One rule explained, in Markdown without its heading."""
    lines = [
        f"**{_WORDS[rule.severity]}**　查：{_SEEN[rule.needs]}{'　印发前必须处理' * rule.blocks}",
        "",
        f"**查什么**　{rule.summary}",
        "",
        f"**为什么**　{rule.reason}",
        "",
        f"**依据**　{rule.source}",
        "",
        f"**错例**　✕　{_quoted(rule.bad)}",
        "",
        f"**正例**　✓　{_quoted(rule.good)}",
        "",
        f"**改法**　{_remedy(rule)}",
    ]
    if outcome is not None:
        said = f"已按建议修改 {outcome.accepted} 处，保留 {outcome.waived} 处。"
        lines += ["", f"**本单位**　{said}"]
    return "\n".join(lines)


def example(rule: Rule, text: str) -> Manuscript:
    """An example as it is checked; its first line is the title where the rule needs one."""
    known = rule.sample or Manuscript()
    if rule.needs in (Need.TITLE, Need.WHOLE):
        title, _, body = text.partition("\n")
        return replace(known, title=title, body=body)
    return replace(known, body=text, is_fragment=True)


def _quoted(text: str) -> str:
    return text.replace("\n", "／").replace("*", "\\*").replace("_", "\\_")


def _remedy(rule: Rule) -> str:
    """How the bad example is mended, in the words of its own finding."""
    found = [one for one in check(example(rule, rule.bad)) if one.rule == rule.code]
    if not found:
        return "请人工核对后修改。"
    first = found[0]
    if first.fix is not None:
        return f"可一键修改（Alt+Enter）。{first.message}"
    if first.choices:
        return f"给出备选，由编辑选定。{first.message}"
    return f"由编辑修改。{first.message}"
