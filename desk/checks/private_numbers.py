"""Numbers that belong to a person: identity cards, mobile phones, bank cards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CODE = re.compile(  # what is no one's number: files, goods, bills
    r"(?:编号|代码|编码|单号|流水号?|合同号?|发票号?码?|批号|批次号?|文号|序列号|订单号?|项目|备案号?|工单|信用代码|"
    r"受理号|案号|证书号|条码|QQ|ISBN|ISSN)(?:[^，。；\n\d]{0,6})$"
)
_AMOUNT = re.compile(
    r"\s*(?:余|多)?(?:元|万|亿|人|户|吨|亩|个|次|件|株|头|只|米|公里|平方|立方|千瓦|度|％|%)"
)
_DAY = r"(?=20\d{2}年|(?:1[0-2]|[1-9])月\d)"  # a day written on without a mark
_ENDS = rf"(?:(?![\dA-Za-z])|{_DAY})"
_CHECK = r"[\dXxＸｘ×]"
_BIRTHDAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_IDENTITY = re.compile(
    rf"(?<![\dA-Za-z.])\d{{6}}[ \u00a0-]?(?:19\d{{2}}|20[0-4]\d)[ \u00a0-]?{_BIRTHDAY}"
    rf"[ \u00a0-]?\d{{3}}[ \u00a0]?{_CHECK}{_ENDS}"
    r"|(?<![\dA-Za-z.])\d{4}(?P<gap>[ \u00a0-])\d{2}(?:19|20)(?P=gap)\d{4}(?P=gap)\d{4}(?P=gap)"
    rf"\d{_CHECK}{_ENDS}"
)
_OLD_IDENTITY = re.compile(rf"(?<![\dA-Za-z.])\d{{8}}{_BIRTHDAY}\d{{3}}{_ENDS}")
_IDENTITY_CUE = re.compile(r"(?:身份证|身份号|证件号|身份证明|公民号)[^，。；\n\d]{0,8}$")
_IDENTITY_AFTER = re.compile(r"号?身份证")
_CROSSES = str.maketrans("xＸｘ×", "XXXX")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_GAP = r"[ \u00a0－–—·.-]?"
_MOBILE = re.compile(
    r"(?:(?<![\dA-Za-z.])|(?<=[Tt][Ee][Ll]))(?<!\d[-－—])(?:[（(]?(?:\+|00)?86[)）]?[ -]?)?"
    rf"(?P<number>1[3-9]\d(?:{_GAP}\d{{4}}{_GAP}\d{{4}}|[ -]\d{{3}}[ -]\d{{5}}|\d{{2}}[ -]\d{{6}}))"
    rf"(?:(?![\dA-Za-z]|\.\d|[-－]\d)|{_DAY})"
)
_PHONE_CUE = re.compile(
    r"(?:电话|手机|联系|致电|拨打|来电|热线|微信|负责人|经理|先生|女士|师傅|家属|机主|户主|本人)[^，。；\n\d]{0,6}$"
)
_CARD = re.compile(
    r"(?<![\dA-Za-z.-])\d{4}(?:[ \u00a0-]?\d{4}){2,3}(?:[ \u00a0-]?\d{1,4})?"
    rf"(?:(?![\dA-Za-z]|[-.]\d)|{_DAY})"
)
_CARD_CUE = re.compile(
    r"(?:卡号?|存折|账[户号]|帐[户号])[^，。；\n\d]{0,8}$|(?:转|打|汇|存|划|付|拨)(?:账)?[入至到给](?:了|尾号为?)?$"
)
_CARD_AFTER = re.compile(r"[^，。；\n]{0,4}(?:银行卡|账户|账号|卡号)")
_ISSUERS = ("62", "4", "51", "52", "53", "54", "55", "60", "35", "95")
_SIM = "89"  # cards of phones and meters, not of banks
_CARD_LENGTHS = (16, 17, 18, 19)
_BEFORE = 18  # characters in which a cue may stand


@dataclass(frozen=True, slots=True)
class PrivateNumber:
    """A stretch of text and how it is masked."""

    start: int
    end: int
    masked: str


def identity_numbers_in(text: str) -> Iterator[PrivateNumber]:
    """Yield identity numbers: named so, or with the right check digit and not named a code."""
    for match in _IDENTITY.finditer(text):
        digits = re.sub(r"[ \u00a0-]", "", match[0]).translate(_CROSSES)
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        named = _IDENTITY_CUE.search(before) or _IDENTITY_AFTER.match(text, match.end())
        if named or (_has_check_digit(digits) and not _CODE.search(before)):
            masked = digits[:4] + "*" * 10 + digits[-4:]
            yield PrivateNumber(match.start(), match.end(), masked)
    for match in _OLD_IDENTITY.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if _IDENTITY_CUE.search(before) or _IDENTITY_AFTER.match(text, match.end()):
            masked = match[0][:4] + "*" * 7 + match[0][-4:]
            yield PrivateNumber(match.start(), match.end(), masked)


def mobile_numbers_in(text: str) -> Iterator[PrivateNumber]:
    """Yield mobile numbers that are no amounts and no codes."""
    for match in _MOBILE.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        is_code = _CODE.search(before) and not _PHONE_CUE.search(before)
        if not _AMOUNT.match(text, match.end()) and not is_code:
            digits = re.sub(r"\D", "", match["number"])
            start, end = match.span("number")
            yield PrivateNumber(start, end, f"{digits[:3]}****{digits[-4:]}")


def card_numbers_in(text: str) -> Iterator[PrivateNumber]:
    """Yield numbers of bank cards: named so, or of a known issuer with the right check digit."""
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if len(digits) not in _CARD_LENGTHS or digits.startswith(_SIM) or _CODE.search(before):
            continue
        named = _CARD_CUE.search(before) or _CARD_AFTER.match(text, match.end())
        if _AMOUNT.match(text, match.end()):
            continue
        if named or (digits.startswith(_ISSUERS) and _passes_luhn(digits)):
            masked = digits[:4] + "*" * (len(digits) - 8) + digits[-4:]
            yield PrivateNumber(match.start(), match.end(), masked)


def _has_check_digit(digits: str) -> bool:
    """Whether the last of 18 signs is the check digit of GB 11643-1999."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == digits[-1]


def _passes_luhn(digits: str) -> bool:
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(map(int, digits[::-2])) + sum(n // 10 + n % 10 for n in doubled)) % 10 == 0
