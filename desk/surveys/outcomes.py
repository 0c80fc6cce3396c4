"""What became of a commission (约稿) or an emergency (紧急信息), by the words offices write.

One vocabulary for every page, so that charts, tables and bulletins count alike. Any other word is
of the office's own making: it is neither in time nor late nor missed.
"""

IN_TIME = frozenset({"按时", "", "完成", "按期", "及时"})
LATE = ("逾期", "迟报")
MISSED = ("漏报", "未报", "不报", "缺报")
HIDDEN = ("瞒报", "谎报", "误报", "轻报")
FAILED = (*MISSED, *HIDDEN)
