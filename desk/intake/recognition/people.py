"""Names and telephone numbers as they stand in labels and signatures."""

import re

_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭"
    "郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟"
    "黄和穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江"
    "童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪解应宗丁宣邓郁单杭洪包诸左石崔"
    "吉龚程邢裴陆荣翁荀羊惠甄曲封芮储靳段焦巴牧隗山谷车侯全班仰秋仲伊宫宁仇栾祖武符刘景詹束龙叶"
    "幸司韶黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻党翟谭贡劳姬申冉宰桑桂牛寿边扈燕冀"
    "尚温庄晏柴瞿阎充慕连习容向古易廖庾终居衡步都耿满弘匡国文寇广阙东欧沃利越师巩聂晁勾敖冷辛阚"
    "简饶曾沙养鞠关查后荆红游盖益桓肖涂付代覃佟岳帅闫岩刀普艾阿木扎次"
)
_TITLES = re.compile(
    r"(?:同志|科员|干事|干部|民警|员工|委员|党[组委工]*(?:成员|书记)|[一二三四]级(?:主任科员|调研员)|"
    r"(?:党[组委工]*)?副?(?:科长|主任|局长|书记|乡长|镇长|县长|股长|站长|所长|部长|院长|队长|校长|主席|会长|经理|行长|大队长|秘书长))$"
)
_HAN = "[\u4e00-\u9fff]"
_NAME = re.compile(
    rf"^(?P<name>{_HAN}(?:[ \u3000]{{1,2}}{_HAN}|{_HAN}{{1,3}})|{_HAN}{{1,6}}·{_HAN}{{1,6}})$"
)
_NOT_NAMES = re.compile(
    r"[局办委院所厅镇乡股科室站队部处段组馆校县市]$|办公室|中心|公司|街道|学校|单位|部门|电话|日期"
    r"|年月|领导|签字|盖章|此页|正文|近日|全县|上报|采编|印发|编发|编印|印制|同意|信息|报送|供稿|审核|附件"
)
_OFFICE = re.compile(r"(?:[局办委院所厅镇乡股科室站队部处段组馆校社会]|办公室|中心|公司|街道)$")
_OPINION = re.compile(
    r"(?:拟?同意|可以?|请|已|阅|准予|按|速|报送|上报|报出|签发|核实|呈报|发|送审)"
    r"[^。；，,\s]{0,16}[。；，,\s]+"
)
_POST = re.compile(r"(?:(?:组织|宣传|统战|纪检|政法|武装)委员|宣传干事|信息员|通讯员|民警)$")
_SHORT = 3
_LONGEST, _LONGEST_PARTED = 4, 14  # characters, the second for names with a dot
_ASIDE = re.compile(r"(?<=.)[（(][^）)]*[）)]")
_BETWEEN = re.compile(r"[、，,;；/／]|\s+(?=[\u4e00-\u9fff]{2,4}(?:\s|$|[、，,]))")
_BETWEEN_ALL = re.compile(r"[、，,;；/／\s]+")
_PHONE = re.compile(
    r"(?<!\d)(?:(?:\+?86[- ]?)?(?P<mobile>1[3-9]\d[- ]?\d{4}[- ]?\d{4})"
    r"|(?P<land>[（(]?0\d{2,3}[）)]?\s?[-—－–]?\s?\d{7,8}(?:[-转]\d{1,5})?)"
    r"|(?P<short>\d{3,4}[- ]?\d{4}|\d{6}))(?!\d)"
)
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def names(text: str) -> list[str]:
    """The names a text consists of; nothing when any part of it is no name."""
    bare = _ASIDE.sub("", text).strip(" \t\u3000()（）")
    parts = [_untitled(part.strip()) for part in _BETWEEN.split(spaced(bare)) if part.strip()]
    found = [match["name"] for part in parts if (match := _NAME.match(part))]
    if len(found) != len(parts) or any(_NOT_NAMES.search(name) for name in parts):
        return []
    return [re.sub(r"[ \u3000]", "", name) for name in found]


def labelled_names(text: str) -> list[str]:
    """The names behind a label, without the office and the post that stand before them."""
    plain = names(text)
    if plain and not any(map(_is_post, plain)):
        return plain
    bare = _ASIDE.sub("", text).strip(" \t\u3000()（）")
    found: list[str] = []
    for part in filter(None, map(str.strip, _BETWEEN_ALL.split(spaced(bare)))):
        person = _untitled(part)
        if names(part) and not _is_post(part):
            found += names(part)
        elif person != part and is_name(person):
            found.append(person)
        elif not (_OFFICE.search(part) or _is_post(part)):
            return []
    return found


def signed_in(opinion: str) -> list[str]:
    """Who signed an opinion such as 同意报送。陈晓东."""
    return labelled_names(_OPINION.sub(" ", f"{opinion} "))


def may_be_name(text: str) -> bool:
    """Whether a word beside a unit's name may be a name, whatever its first character."""
    bare = text.strip(" \t\u3000")
    return bool(names(bare)) and 2 <= len(bare) <= _SHORT and not _OFFICE.search(bare)  # noqa: PLR2004


def without_post(text: str) -> str:
    """An office's name without the post that its bearer holds there: 党工委宣传委员."""
    return _POST.sub("", text)


def _is_post(text: str) -> bool:
    """Whether a word is a post without its bearer."""
    return bool(_TITLES.search(text)) and not is_name(_TITLES.sub("", text))


def is_name(text: str) -> bool:
    """Whether an unlabelled word reads like a person's name."""
    bare = text.strip(" \t\u3000")
    if "·" in bare:
        return bool(names(bare)) and len(bare) <= _LONGEST_PARTED
    return bare[:1] in _SURNAMES and bool(names(bare)) and len(bare) <= _LONGEST


def _untitled(text: str) -> str:
    """A name without the office its bearer holds."""
    bare = _TITLES.sub("", text)
    return bare if len(bare) > 1 else text


def spaced(text: str) -> str:
    """Close the blank that sets a two-character name as wide as its neighbours of three."""
    return re.sub(
        r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]{1,4}([\u4e00-\u9fff])(?![\u4e00-\u9fff])",
        r"\1\2",
        text,
    )


def phone(text: str, *, local: bool = False) -> str:
    """The first telephone number; a number without area code only where ``local`` allows it."""
    for match in _PHONE.finditer(text.translate(_WIDE)):
        if match["mobile"]:
            return re.sub(r"[- ]", "", match["mobile"])
        if match["land"]:
            return re.sub(r"\s|[（(）)]", "", re.sub(r"[—－–]", "-", match["land"]))
        if local:
            return match["short"]
    return ""


def without_phones(text: str) -> str:
    """The text without its telephone numbers."""
    return _PHONE.sub(" ", text.translate(_WIDE)).strip(" \t\u3000,，、:：")
