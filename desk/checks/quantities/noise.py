"""Figures that count nothing: dates, times, ordinals, codes, telephone numbers, ratios."""

from desk.checks.masks import addresses, blanked, enclosed
from desk.checks.spots import beginning

_YEAR = r"(?:(?:19|20)\d\d(?:[年、—\-－–~～至到和]+(?=(?:19|20)\d\d))?)+(?:年(?:度|初|末|底)?)"
_TO = r"[—\-－–~～至到、和及与]{1,2}"
_PATTERNS = (
    r"(?<![A-Za-z])[A-Za-z]{1,6}[-/. ]?[A-Za-z]?\d[\dA-Za-z.\-—/]*",  # GB/T 9704-2012, PM2.5, G320
    r"[〔\[［(（]\d{4}[〕\]］)）]\s*第?\d*号?",
    rf"(?<!\d){_YEAR}",
    rf"(?<![\d.])\d{{1,2}}(?:{_TO}\d{{1,2}})*月(?:份|末|底|初|[上中下]旬)?",
    rf"(?<![\d.])\d{{1,2}}[日号](?:{_TO}\d{{1,2}}[日号])*(?![均产处])",
    rf"(?<![\d.])\d{{1,2}}(?={_TO}\d{{1,2}}日)",
    r"(?<![\d.])\d{1,2}[时点](?:\d{1,2}分(?!钟)|半|整|许)?(?![均间段位])",
    r"\d{1,2}[:：]\d{2}(?!\d)",
    r"\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?)+",
    rf"第\d+(?:{_TO}\d+)*|第[一二三四五六七八九十百]+",
    r"[一二三]次(?=产业)",
    r"前[\d一二三四五六七八九十]+个月",
    r"[近前过]\d+年来?",
    r"\d{3,4}-\d{7,8}|(?<!\d)1\d{10}(?![\d.]|[万亿]?元)|\d{12,}[\dXx]?",
    r"\d+(?=(?:热线|平台|电话|举报|报警|消费者投诉|政务服务便民))",
    r"(?<!\d)\d{1,2}[·.．]\d{1,2}(?=[”’])",
    r"\d+[GgKk](?![A-Za-z])|\d[A-Za-z]级?",
    r"\d+号",
    r"\d+/\d+",
    r"(?m:^[ \u3000]*[（(]?\d{1,2}[)）.．、](?!\d))|[（(]\d{1,2}[)）](?=[^，。、；元])",
    r"[“‘][^“”‘’，。；]{0,3}\d[^“”‘’，。；]{0,12}[”’]",  # “3·15”, “12345”, “1+N”
)
_NOISE = beginning(
    r"A-Za-z〔\[［(（\d第一二三前近过 \u3000“‘", "|".join(f"(?:{pattern})" for pattern in _PATTERNS)
)


def quiet(text: str) -> str:
    """Blank out works, addresses and all figures that count nothing; offsets stay."""
    if "《" in text or "." in text:
        text = blanked(text, addresses(text) + enclosed(text, "《", "》"))
    return _NOISE.sub(lambda match: "\x00" * len(match[0]), text)
