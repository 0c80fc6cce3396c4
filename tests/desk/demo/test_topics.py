"""Titles of the demo fall under the office's topics; some fall under none."""

from datetime import date

from desk.demo.history import history_rows
from desk.demo.topics import demo_topics, kind_of_title, topics_of_title


def test_words_of_a_title_name_its_topics_and_its_kind():
    assert topics_of_title("白沙镇烤烟移栽进度达75%") == ("农业生产",)
    assert topics_of_title("县档案馆查档服务3001人次") == ()
    assert kind_of_title("桃源乡建议支持集镇污水管网建设") == "建议型"
    assert kind_of_title("云岭县送戏下乡67场") == "动态型"


def test_most_items_of_the_history_have_a_topic_and_some_topics_are_neglected():
    items = [row for row in history_rows(2026, date(2026, 11, 20)) if "事项" not in row]
    named = [row["标记"].split("、") for row in items if row["标记"]]
    assert 0.6 < len(named) / len(items) < 0.95
    used = {topic for names in named for topic in names}
    assert used < set(demo_topics())
