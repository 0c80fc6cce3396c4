"""Fill the blanks of a story with places, people, dates and figures."""

import re
from datetime import date, timedelta
from random import Random

from desk.dates import short_date
from desk.demo.figures import draw_range
from desk.demo.registry import demo_office

_BLANK = re.compile(r"\{([^{}]+)\}")
_DAY = re.compile(r"日([+-]\d+)?")
_TOWNSHIP_WORDS = ("该", "全", "到", "会同")
_AFTER_WORDS = ("里", "村干部", "纪委", "自然资源所")
WEEKDAYS = "一二三四五六日"


def names_for(unit: str, day: date, random: Random) -> dict[str, str]:
    """The names a story told by ``unit`` about ``day`` may use, by blank."""
    office = demo_office()
    own = unit if unit in office.villages else ""
    towns = [name for name in office.townships if name != own]
    first, second = random.sample(towns, 2)
    home = own or first
    villages = random.sample(office.villages[home], 2)
    street = own if own in office.streets else random.choice(office.streets)
    return {
        "单位": unit,
        "镇甲": home,
        "镇乙": second,
        "村甲": villages[0],
        "村乙": villages[1],
        "社区甲": random.choice(office.villages[street]),
        "企业甲": random.choice(office.names["firms"]),
        "河": random.choice(office.names["rivers"]),
        "水库": random.choice(office.names["reservoirs"]),
        "公路": random.choice(office.names["roads"]),
        **_calendar(day),
    }


def fill(text: str, values: dict[str, str], day: date, random: Random) -> str:
    """Fill every blank; raises KeyError when a story asks for something unknown."""

    def one(blank: re.Match[str]) -> str:
        key = blank[1]
        if shift := _DAY.fullmatch(key):
            return short_date(day + timedelta(int(shift[1] or 0)))
        return values[key] if key in values else draw_range(key, random) or values[key]

    return _for_township(_BLANK.sub(one, text), values["镇甲"])


def person(random: Random) -> str:
    """An invented name."""
    names = demo_office().names
    return str(random.choice(names["surnames"]) + random.choice(names["given"]))


def _calendar(day: date) -> dict[str, str]:
    """Words for the time; in January the year so far is the year that ended."""
    year = "今年" if day.month > 1 else "去年"
    month = (day.month - 2) % 12 + 1
    return {
        "今年": year,
        "累计": f"1至{month}月" if month > 1 else "1月",
        "上月底": f"{month}月底" if day.month > 1 else "去年12月底",
        "周": f"星期{WEEKDAYS[day.weekday()]}",
    }


def _for_township(text: str, home: str) -> str:
    """Say 乡 where the story says 镇 and is about a township."""
    if not home.endswith("乡"):
        return text
    for word in _TOWNSHIP_WORDS:
        text = text.replace(word + "镇", word + "乡")
    for word in _AFTER_WORDS:
        text = text.replace("镇" + word, "乡" + word)
    return text
