"""People: values of desk to rows and back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.approval_models import Person as Row
from db.columns import one_line
from desk.errors import NotAllowedError, NotFoundError
from desk.people import Person


class SqlPeople:
    """``desk.store.People`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Person]:
        """Everybody by position, those no longer active too."""
        return [_to_person(row) for row in self._session.scalars(select(Row).order_by(*_ORDER))]

    def save(self, person: Person) -> Person:
        """Add (id 0) or change a person; raises NotAllowedError for a name that is taken."""
        holder = self._session.scalar(select(Row.id).where(Row.name == one_line(person.name)))
        if holder is not None and holder != person.id:
            raise NotAllowedError(
                f"“{person.name}”已经在名单里了。同名的人请在姓名后面注明，例如加上科室。"
            )
        row = self._session.get(Row, person.id) if person.id else Row()
        if row is None:
            raise NotFoundError(f"找不到编号为 {person.id} 的人员。请刷新后再试。")
        row.name = person.name
        row.post = person.post
        row.phone = person.phone
        row.deputy = person.deputy
        row.is_away = person.is_away
        row.pin = person.pin
        row.active = person.is_active
        row.position = person.position
        self._session.add(row)
        self._session.flush()
        return _to_person(row)


_ORDER = (Row.position, Row.id)


def _to_person(row: Row) -> Person:
    return Person(
        row.name,
        row.post,
        row.phone,
        row.deputy,
        row.is_away,
        row.pin,
        row.active,
        row.position,
        row.id,
    )
