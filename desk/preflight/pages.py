"""Concerns about how the pages come out."""

from collections.abc import Iterator
from functools import partial

from desk.checks.office import Level
from desk.layout.inspecting import Flaw
from desk.preflight.remark import Place
from desk.preflight.subject import Concern, Found, Subject


def _flawed(flaw: Flaw, subject: Subject) -> Iterator[Found]:
    named = {str(item.draft.id): item.named for item in subject.items}
    for one in subject.flaws:
        if one.flaw is flaw:
            draft_id = int(one.key) if one.key in named else 0
            yield Found(f"{named.get(one.key, '')}{one.text}", draft_id)


def _concern(code: str, flaw: Flaw, level: Level, why: str) -> Concern:
    return Concern(code, flaw.value, level, Place.PAGE, why, partial(_flawed, flaw))


CONCERNS = (
    _concern("Y21", Flaw.TITLE, Level.WARNING, "题目最好一行，最多两行。F2 可以改本期印出的题目。"),
    _concern(
        "Y22", Flaw.NO_GLYPH, Level.ERROR, "没有字体能印的字印成〓。请换字，或者安装含此字的字体。"
    ),
    _concern("Y23", Flaw.STAND_IN, Level.INFO, "少见字用相近的字体印出，笔画粗细会略有不同。"),
    _concern("Y24", Flaw.PICTURE_GONE, Level.ERROR, "图片打不开，版面上会空着。"),
    _concern("Y25", Flaw.PICTURE_COARSE, Level.WARNING, "低于每英寸 150 点的图片印出来会模糊。"),
    _concern(
        "Y26", Flaw.TABLE, Level.WARNING, "列太多或一格里的字太多。请拆成两张表，或者改成文字。"
    ),
    _concern("Y28", Flaw.NAME, Level.WARNING, "刊名的字号太大，已经缩小。请在“刊物与栏目”里改。"),
    _concern("Y27", Flaw.LONE_TAIL, Level.WARNING, "最后一页只有报尾，多费一张纸。"),
)
