"""What a unit is asked about its draft."""

from desk.checks.catalogue import catalogue
from desk.checks.rule import Finding, Severity
from desk.questions import feedback, questions_of

BODY = "9月31日，全县完成造林5万亩，其中甲乡3万亩、乙乡1万亩。"
TEXTS = {"body": BODY}


def fault(rule, words, severity=Severity.ERROR, **more):
    start = BODY.index(words)
    return Finding(rule, "body", start, start + len(words), severity, "有误。", **more)


def name_of(code):
    return catalogue()[code].name


def missing(question):
    return Finding("E06", "body", 0, 5, Severity.INFO, "还缺。", question=question)


def test_what_is_missing_and_what_is_doubtful_make_one_short_text():
    found = [
        missing("请补充：责任单位、请求上级解决的事项。"),
        fault("D01", "9月31日"),
        fault("A02", "5万亩", sum="3+1=4≠5"),
    ]
    assert feedback(found, TEXTS, "全县造林进度") == (
        "你单位报送的《全县造林进度》，请补充、核实以下内容后再报：\n"
        "请补充：责任单位、请求上级解决的事项。\n"
        f"请核实：{name_of('D01')}（“9月31日”）；{name_of('A02')}（3+1=4≠5）。"
    )


def test_a_draft_without_questions_needs_no_feedback():
    assert feedback([fault("P01", "，")], TEXTS) == ""


def test_what_the_desk_mends_itself_is_not_asked():
    assert feedback([fault("W02", "其中"), missing("请补充：时间。")], TEXTS) == (
        "你单位报送的来稿，请补充、核实以下内容后再报：\n请补充：时间。"
    )


def test_a_hint_is_no_doubt():
    assert feedback([fault("D01", "9月31日", Severity.INFO)], TEXTS) == ""


def test_the_same_question_is_asked_once():
    assert questions_of([missing("请补充：时间。"), missing("请补充：时间。")]) == ("时间",)


def test_many_places_of_one_rule_are_counted():
    many = [Finding("D01", "body", n, n + 1, Severity.ERROR, "有误。") for n in range(7)]
    assert "等7处" in feedback(many, TEXTS)
