"""What the readers of Word files say of what they decided on the writer's behalf."""

from collections.abc import Iterator

MACROS = "文件里有宏，没有运行，也没有保留在编辑稿里。"
CONVERTED = "文件由 LibreOffice 转换后读入，请对照原稿核实。"
_COMMENT_LENGTH = 60


def said(*, revised: bool, hidden: int) -> Iterator[str]:
    """Whether revisions were accepted, and how many hidden characters were left out."""
    if revised:
        yield "文件里有修订标记，已按全部接受读入，请对照原稿核实。"
    if hidden:
        yield f"文件里有 {hidden} 个隐藏文字，没有读入。"


def embedded_note(count: int) -> str:
    """Files inside the file that nothing is taken from."""
    return f"文件里嵌入了 {count} 个其他文件（如 Excel 表格），没有读入，请从原稿另取。"


def comment_note(writer: str, text: str) -> str:
    """A comment as a note, cut where it is long."""
    short = text if len(text) <= _COMMENT_LENGTH else f"{text[:_COMMENT_LENGTH]}…"
    return f"批注（{writer or '未署名'}）：{short}"
