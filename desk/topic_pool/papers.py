"""What is printed of topics: the notice of a list of points, the minutes of a consultation."""

from collections.abc import Iterator, Mapping

from desk.body import Level, Paragraph, Run, level_of
from desk.dates import full_date
from desk.layout.document_parts import Document, Part
from desk.topic_pool.consultation import MARK, Consultation
from desk.topic_pool.point_list import PointLine, PointList
from desk.topic_pool.rules import TopicRules

_NUMERALS = "零一二三四五六七八九十"
_TEN = 10
_OTHER = "其他"


def list_document(
    points: PointList, names: Mapping[int, str], to: str, office: str, rules: TopicRules
) -> Document:
    """The notice; with its number it carries the red head. ``names`` are units by id."""
    contact = (_plain(f"联系人及电话：{rules.contact}"),) if rules.contact.strip() else ()
    return Document(
        f"关于印发{points.title}的通知",
        office,
        points.day,
        (
            _plain(filled(rules.list_lead, points, office)),
            *_points(points, names),
            _plain(filled(rules.list_tail, points, office)),
            *contact,
        ),
        points.number,
        to,
        (office, full_date(points.day)),
    )


def list_text(points: PointList, names: Mapping[int, str], office: str, rules: TopicRules) -> str:
    """The same as plain lines, to be pasted into the units' chat."""
    lines = [f"【{points.title}】", filled(rules.list_lead, points, office)]
    lines += [part.text for part in _points(points, names) if isinstance(part, Paragraph)]
    if points.due:
        lines.append(f"报送截止：{full_date(points.due)}")
    if rules.contact.strip():
        lines.append(f"联系人及电话：{rules.contact}")
    return "\n".join((*lines, office))


def minutes_document(minutes: Consultation, office: str) -> Document:
    """The minutes as a document; the topics marked in them come together at the end."""
    about = [
        _plain(f"{label}：{words}")
        for label, words in (
            ("时间", full_date(minutes.day)),
            ("地点", minutes.place),
            ("主持", minutes.chair),
            ("参加", minutes.present),
        )
        if words.strip()
    ]
    text = [_paragraph(line) for line in minutes.lines if not line.startswith(MARK)]
    agreed: list[Part] = []
    if minutes.marked:
        agreed = [_paragraph("会议议定以下选题：")]
        agreed += [_plain(f"{at}. {one}") for at, one in enumerate(minutes.marked, 1)]
    parts = (*about, *text, *agreed)
    return Document(minutes.title, office, minutes.day, parts, minutes.number)


def filled(wording: str, points: PointList, office: str) -> str:
    """A wording of the office with period, due day and office filled in."""
    until = full_date(points.due) if points.due else "本期末"
    period = points.title.removesuffix("信息报送要点")
    return wording.replace("{时段}", period).replace("{截止}", until).replace("{单位}", office)


def addressees(points: PointList, groups: Mapping[int, str], names: Mapping[int, str]) -> str:
    """To whom it goes, as a notice says it: groups, then single units."""
    told = [groups[one] for one in points.groups if one in groups]
    told += [names[one] for one in points.units if one in names]
    return "、".join(told) if told else "各乡镇人民政府、各部门、各有关单位"


def numeral(number: int) -> str:
    """A number as headings are counted: 一, 十, 十二, 三十一."""
    tens, ones = divmod(number, _TEN)
    if not tens:
        return _NUMERALS[ones]
    head = ("" if tens == 1 else _NUMERALS[tens]) + "十"
    return head + (_NUMERALS[ones] if ones else "")


def _points(points: PointList, names: Mapping[int, str]) -> Iterator[Part]:
    """Headings 一、 with points （一） below them; one heading alone is left out."""
    headings = points.headings
    if len(headings) == 1:
        for at, line in enumerate(points.lines, 1):
            yield _paragraph(f"{numeral(at)}、{_told(line, names)}", Level.PLAIN)
        return
    for number, heading in enumerate(headings, 1):
        yield _paragraph(f"{numeral(number)}、{heading or _OTHER}")
        for at, (_, line) in enumerate(points.under(heading), 1):
            yield _paragraph(f"{at}. {_told(line, names)}", Level.PLAIN)


def _told(line: PointLine, names: Mapping[int, str]) -> str:
    units = "、".join(names[one] for one in line.units if one in names)
    return f"{line.text}（{units}）" if units else f"{line.text}"


def _plain(text: str) -> Paragraph:
    return _paragraph(text, Level.PLAIN)


def _paragraph(text: str, level: Level | None = None) -> Paragraph:
    return Paragraph((Run(text),), level_of(text) if level is None else level)
