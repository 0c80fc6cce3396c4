"""The front of a draft: red head, marks, labels, the title and the byline under it."""

import re
from itertools import takewhile

from desk.body import Level, Run, level_of
from desk.intake.cleaning.controls import UNSEEN
from desk.intake.document import Align, Line
from desk.intake.recognition.byline import Byline, byline, parted
from desk.intake.recognition.captions import Item
from desk.intake.recognition.evidence import Evidence
from desk.intake.recognition.forms import FORM_NAME
from desk.intake.recognition.label_words import Label
from desk.intake.recognition.labels import body_start, labels, strange_label
from desk.intake.recognition.registry import closed, looks_like_unit
from desk.intake.recognition.spans import cut

_DEEPEST = 16  # lines a head may have
_LONGEST = 300  # characters of a line that may belong to a head
_LONGEST_TITLE = 80
_LONGEST_VALUE = 60
_LONGEST_MAST = 20
_LEAST_NAMED = 8  # characters that tell a title in the file name from a unit
_MOST_LINES = 4  # lines of one title
_SAME_SIZE = 0.6  # points
_NUMBER = re.compile(
    r"^[（(〔\[]?(?:(?:19|20)\d\d\s*年?\s*[〕）)\]]?\s*)?(?:总?第?\s*[\d一二三四五六七八九十〇]+\s*期|第\s*[Xx×]+\s*期)"
    r"[（(\s]*(?:总第?\s*\d+\s*期)?[）)\s]*[〕）)]?$|^.{0,12}[〔\[（(](?:19|20)\d\d[〕\]）)]\s*第?\s*\d+\s*[号期]$"
)
_NUMBER_START = re.compile(
    r"^[（(〔]?(?:(?:19|20)\d\d\s*年?\s*)?第\s*[\d一二三四五六七八九十]+\s*期"
)
_MAST = re.compile(
    r"(?:信息|简报|动态|快报|专报|要情|快讯|参考|内参|通讯|报送稿|信息稿|稿件|信息报送|文件)$"
)
_NAMED_NUMBER = re.compile(
    r"(?P<mast>^.{0,24}(?:信息|简报|动态|快报|专报|要情|快讯|参考|内参|通讯))[ \t\u3000]*"
    r"[（(]?(?:(?:19|20)\d\d\s*年?\s*)?第\s*[\d一二三四五六七八九十]+\s*期[）)]?"
)
_RULE = re.compile(r"^[\s\-_=—–─━*＊·.﹍_☆★]+$|^\d{4,6}$")  # a line, or the copy's number
_SALUTATION = re.compile(r"^[\u4e00-\u9fff（）()、，\s]{2,40}[:：]$")
_SOURCE = re.compile(r"^[【\[（(]([^】\]）)]{2,20})[】\]）)]\s*")
_SOURCE_BEHIND = re.compile(r"\s*[【\[（(]([^】\]）)]{2,20})[】\]）)]$")
_COVER = re.compile(
    r"(?:请(?:予以?)?(?:审阅|审核|审示|查收|查阅|采用|审稿)|报送如下|随[文函]报上|呈上|领导好|您好|你们?好)[。！!，：:]?[^。]{0,8}[。！!：:]?$"
)
_FILE_NUMBER = re.compile(r"^.{0,12}[〔\[（(](?:19|20)\d\d[〕\]）)]\s*第?\s*\d+\s*号[ \u3000\t]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_STOPS = "。；，：;,:"
_BLANKS = " \t\u3000"
_MARKS = re.compile(r"[【\[](?:特急|加急|信息|上报信息)[】\]]")
_CLAUSE = 5  # characters beside a blank that makes a pause
_GRADE = re.compile(r"^[【\[（(]((?:绝密|机密|秘密|内部|特急|加急)[^】\]）)]{0,8})[】\]）)]\s*")


class Head:
    """Reads the front lines one by one; ``rest`` is what follows them."""

    def __init__(self, items: list[Item], evidence: Evidence, stem: str) -> None:
        self._items = items
        self._evidence = evidence
        self._stem = closed(stem)
        self._title: list[Line] = []
        self._displayed = False
        self.rest = items
        self.title: str | None = None

    def read(self) -> None:
        """Take lines until the running text begins."""
        if self._evidence.is_own_form and self._evidence.title():
            self.title = self._without_grade(self._evidence.title() or "")
            return
        place = self._after_red_head()
        while place < min(len(self._items), _DEEPEST):
            item = self._items[place]
            if not isinstance(item, Line) or len(item.text) > _LONGEST:
                break
            if body_start(_text(item)) or not self._take(item, place):
                break
            place += 1
        self.rest = _without_label(self._items[place:])
        written = "".join(joined(line.text) for line in self._title)
        labelled = joined(self._evidence.title() or "")
        if not (labelled or self._displayed):
            self._evidence.doubts.add("title")
        self.title = self._without_source(self._without_grade(labelled or written)) or None

    def _without_grade(self, title: str) -> str:
        """The title without the mark of secrecy or urgency that stands before it in brackets."""
        match = _GRADE.match(title)
        return title[match.end() :] if match and self._evidence.mark(match[1]) else title

    def _without_source(self, title: str) -> str:
        """The title without the unit that stands before or behind it in brackets."""
        for place in (_SOURCE, _SOURCE_BEHIND):
            match = place.search(title)
            unit_id = self._evidence.names.one(match[1]) if match else None
            if match is not None and unit_id is not None:
                self._evidence.heads.append(Byline((unit_id,)))
                return title[: match.start()] + title[match.end() :]
        return title

    def _after_red_head(self) -> int:
        """Where the lines below 第N期 begin; all above it but marks and labels is red head."""
        for place, item in enumerate(self._items[:8]):
            if not isinstance(item, Line) or len(item.text) > _LONGEST:
                return 0
            text = _text(item)
            if any(shape.match(text) for shape in (_NUMBER, _NUMBER_START, _NAMED_NUMBER)):
                for line in self._items[: place + 1]:
                    if isinstance(line, Line):
                        self._below_mast(line)
                return place + 1
        return 0

    def _below_mast(self, line: Line) -> None:
        """Keep the marks of a red head, and who issued it when."""
        named = _NAMED_NUMBER.match(_text(line))
        if named is not None:
            self._evidence.name_form(named["mast"])
        number = named or _NUMBER_START.match(_text(line))
        rest = _text(line)[number.end() :] if number else ""
        if rest:
            self._signed(Line((Run(rest),), line.align))
        elif not named and not self._evidence.mark(line.text):
            self._evidence.labelled += labels(line.text)

    def _take(self, line: Line, place: int) -> bool:
        """Take one line; False when the running text begins with it."""
        text = _text(line)
        if _RULE.match(text) or _NUMBER.match(text) or self._evidence.mark(text):
            return True
        told = self._labelled(text) or self._parted(line) or self._is_strange(line, place)
        if told or self._continues_title(line) or self._is_mast(line, place):
            return True
        if self._opens_title(line, place) or self._signed(line):
            return True
        if self._title or self._evidence.title():
            return bool(_SALUTATION.match(text)) or self._repeats(text)
        return self._is_cover(line, place) or self._starts_title(line, place)

    def _labelled(self, text: str) -> bool:
        """Take a line of labels with short values."""
        found = labels(text)
        values = (item.text for item in found if item.label is not Label.TITLE)
        if not found or any(len(text) > _LONGEST_VALUE for text in values):
            return False
        self._evidence.labelled += found
        return True

    def _parted(self, line: Line) -> bool:
        """Take a line of several signatures and labels, perhaps behind a document's number."""
        text = _FILE_NUMBER.sub("", _text(line))
        if text != _text(line) and self._labelled(text):
            return True
        parts = parted(line, self._evidence.names, self._evidence.near)
        if parts is None or not parts.labelled:
            return False
        self._evidence.labelled += parts.labelled
        self._evidence.heads += parts.signed
        return True

    def _is_strange(self, line: Line, place: int) -> bool:
        """Whether a plain line is 词：值 beside a line of labels."""
        if line.align is Align.CENTRE or line.bold or not strange_label(line.text):
            return False
        beside = (self._items[at] for at in (place - 1, place + 1) if 0 <= at < len(self._items))
        return any(isinstance(item, Line) and labels(item.text) for item in beside)

    def _is_cover(self, line: Line, place: int) -> bool:
        """Take the words to the office (信息科：) above a title that stands out."""
        text = _text(line)
        if line.align is Align.CENTRE or line.bold or not self._is_displayed_below(place):
            return False
        if not (_SALUTATION.match(text) or _COVER.search(text)):
            return False
        unit_id = self._evidence.names.one(text)
        self._evidence.heads += [Byline((unit_id,))] if unit_id else []
        return True

    def _is_displayed_below(self, place: int) -> bool:
        """Whether one of the next lines stands out as a title."""
        below = [item for item in self._items[place + 1 : place + 4] if isinstance(item, Line)]
        return any(
            (item.align is Align.CENTRE or item.bold or item.heading)
            and _could_be_title(_text(item))
            for item in below
        )

    def _opens_title(self, line: Line, place: int) -> bool:
        """Take the name of an office above 关于…, set like it: the title's first line."""
        below = self._items[place + 1] if place + 1 < len(self._items) else None
        if self._title or line.red or not isinstance(below, Line):
            return False
        if not _text(below).startswith("关于") or line.align is not below.align:
            return False
        if abs(line.size - below.size) >= _SAME_SIZE or not self._names_someone(line):
            return False
        self._signed(line)
        self._title += [line]
        self._displayed = True
        return True

    def _starts_title(self, line: Line, place: int) -> bool:
        """Take the title's first line."""
        if not self._is_title(line, place):
            return False
        self._title.append(line)
        return True

    def _signed(self, line: Line) -> bool:
        """Take a byline, or a line that only names an office and a date."""
        found = byline(line, self._evidence.names, self._evidence.near, strict=not self._title)
        if found is None:
            return False
        if not self._title and line.red and not found.day:
            return True  # the name of the office that prints, above its red line
        self._evidence.heads.append(found)
        return True

    def _repeats(self, text: str) -> bool:
        """Whether a line is the title once more, below a form."""
        title = self._evidence.title()
        return bool(title) and closed(text) == closed(title or "")

    def _continues_title(self, line: Line) -> bool:
        """Take a further line of the title: it looks the same, or starts with a dash."""
        if not self._title or len(self._title) >= _MOST_LINES:
            return False
        last, text = self._title[-1], _text(line)
        subtitle = text.startswith(("——", "--", "—")) and len(text) <= _LONGEST_TITLE
        if not subtitle and not (
            line.align is last.align is Align.CENTRE
            and line.bold == last.bold
            and abs(line.size - last.size) < _SAME_SIZE
            and _could_be_title(text)
            and not self._names_someone(line)
        ):
            return False
        self._title.append(line)
        return True

    def _names_someone(self, line: Line) -> bool:
        found = byline(line, self._evidence.names, self._evidence.near)
        return found is not None or (looks_like_unit(line.text) and len(line.text) < _LONGEST_MAST)

    def _is_mast(self, line: Line, place: int) -> bool:
        """Take the name of the publication or the form, with a title still to come."""
        text = closed(line.text)
        if self._title or len(text) > _LONGEST_MAST or self._dated(line):
            return False
        if not (line.red or _MAST.search(text) or FORM_NAME.search(text)):
            return False
        below = takewhile(self._is_head_line, self._items[place + 1 : place + 8])
        more = any(isinstance(item, Line) and self._is_title(item, place + 1) for item in below)
        if not (more or self._evidence.title()):
            return False
        self._evidence.name_form(text)
        return True

    def _is_head_line(self, item: Item) -> bool:
        """Whether an item may still stand above the running text."""
        return (
            isinstance(item, Line) and _text(item)[-1:] != "。" and len(item.text) <= _LONGEST_TITLE
        )

    def _dated(self, line: Line) -> bool:
        """Whether a line names an office and a day."""
        found = byline(line, self._evidence.names, self._evidence.near, strict=True)
        return found is not None and found.day is not None

    def _is_title(self, line: Line, place: int) -> bool:
        """Whether a line stands out as a title, or is followed by much longer text."""
        text = _text(line)
        bare = closed(text.rstrip("。"))
        named = len(bare) >= _LEAST_NAMED and bare in self._stem
        displayed = line.align is Align.CENTRE or bool(line.heading) or named
        if not _could_be_title(text, displayed=displayed) or (
            level_of(text) != Level.PLAIN and line.align is not Align.CENTRE
        ):
            return False
        if closed(text) == self._stem:
            self._displayed = True
            return True
        following = [item for item in self._items[place + 1 :] if isinstance(item, Line)]
        body = max((item for item in following[:12]), key=lambda item: len(item.text), default=None)
        if body is None or len(body.text) <= len(text):
            return False
        stands_out = (
            line.align is Align.CENTRE or line.bold or line.heading or line.size > body.size + 1
        )
        self._displayed = bool(stands_out) or named
        return self._displayed or (place <= 2 and len(text) <= _LONGEST_TITLE // 2)  # noqa: PLR2004 - first lines


def _without_label(items: list[Item]) -> list[Item]:
    """The items without the word 正文 before the first."""
    first = next(iter(items), None)
    if not isinstance(first, Line) or not (start := body_start(first.text)):
        return items
    return [cut(first, start, len(first.text)), *items[1:]]


def joined(text: str) -> str:
    """A title without marks and without blanks, but for those between two clauses."""
    return re.sub(r"\s+", _pause, _MARKS.sub("", UNSEEN.sub("", text)).strip())


def _pause(blank: re.Match[str]) -> str:
    """What stays of a blank in a title: it parts clauses or Latin words, or only spaces out."""
    before = blank.string[: blank.start()].split()[-1]
    behind = blank.string[blank.end() :].split()[0]
    if before[-1].isascii() and behind[0].isascii():
        return " "
    is_pause = min(len(before), len(behind)) >= _CLAUSE and not behind.startswith("关于")
    return (blank[0] if len(blank[0]) == 1 else "\u3000") if is_pause else ""


def _could_be_title(text: str, *, displayed: bool = False) -> bool:
    """Whether a line may be a title; one that is set like it may end in a full stop by mistake."""
    bare = text.rstrip("。") if displayed else text
    if not 4 <= len(closed(bare)) <= _LONGEST_TITLE:  # noqa: PLR2004 - a word is no title
        return False
    if not _HAN.search(bare):
        return False
    return bare[-1] not in _STOPS and not (displayed and "。" in bare)


def _text(line: Line) -> str:
    return line.text.strip(_BLANKS)
