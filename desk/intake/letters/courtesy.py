"""Whether a mail's own text says nothing but 请查收附件."""

import re

_SENTENCES = re.compile(r"(?<=[。！？!?;；])|\n")
_KEY = re.compile(
    r"请.{0,12}(?:查收|查阅|查看|审阅|审核|审定|审示|阅示|批示|指正|斧正|接收|采纳|采用|收悉|过目)|"
    r"附件|(?:报送|报上|呈上|呈报|发来|发给|发你|发您|上报|提交|传来).{0,20}(?:信息|稿件?|材料|情况|文件|简报)|"
    r"(?:信息|稿件?|材料|文件).{0,8}(?:报送|报上|呈上|已发|发来|上报|如下|见下)|"
    r"如有.{0,12}(?:问题|疑问|不妥|不当)|收到.{0,6}(?:请)?回复|(?:盼|请|望)(?:予以|能)?.{0,4}(?:回复|采用|采纳)|"
    r"谢谢|感谢|辛苦|此致|敬礼|(?:顺)?祝.{0,6}(?:好|安|祺|愉快|顺利|快乐)|打扰|麻烦"
)
_GREETING = re.compile(
    r"(?:(?:尊敬的|敬爱的|亲爱的|各位)?.{0,16}(?:您好|你好|大家好|早上好|上午好|下午好|晚上好|领导|老师|科长|主任|同志|hi|hello))"
    r"[\s,，:：!！。~]*",
    re.IGNORECASE,
)
_LONGEST = 200  # characters a courtesy may take
_LONGEST_SENTENCE = 60
_LONGEST_LINE = 24  # a name, an office, a day, the title of an attachment
_ENDS = "。！？!?;；"


def is_courtesy(text: str) -> bool:
    """Whether a text beside attachments carries no information; in doubt it does."""
    if len(text) > _LONGEST:
        return False
    pieces = (piece.strip(" \t\u3000,，") for piece in _SENTENCES.split(text))
    return all(_is_polite(piece) for piece in pieces if piece.strip(_ENDS + " ~～.…"))


def _is_polite(piece: str) -> bool:
    if _GREETING.fullmatch(piece):
        return True
    if _KEY.search(piece):
        return len(piece) <= _LONGEST_SENTENCE
    is_line = piece[-1] not in _ENDS and "，" not in piece
    return is_line and len(piece) <= _LONGEST_LINE
