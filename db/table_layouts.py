"""Layouts of statistics tables: values of desk to rows and back."""

import json
from dataclasses import replace

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.table_layout_models import TableLayout as Row
from desk.canonical import canonical, value_from
from desk.reports.statistics.layout import TableLayout


class SqlTableLayouts:
    """``desk.repositories.table_layouts.TableLayouts`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[TableLayout]:
        """All of them by name."""
        return [_to_layout(row) for row in self._session.scalars(select(Row).order_by(Row.name))]

    def save(self, layout: TableLayout) -> TableLayout:
        """Add (id 0) or change a layout; its key names its id."""
        data = canonical(replace(layout, id=0)).decode()
        row = self._session.merge(Row(id=layout.id or None, name=layout.name, data=data))
        self._session.flush()
        return _to_layout(row)

    def delete(self, layout_id: int) -> None:
        """Remove a layout."""
        self._session.execute(delete(Row).where(Row.id == layout_id))


def _to_layout(row: Row) -> TableLayout:
    held: TableLayout = value_from(json.loads(row.data), TableLayout)
    return replace(held, key=f"own-{row.id}", name=row.name, id=row.id)
