"""The table of the office's own statistics tables."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Base, line
from db.models import Numbered


class TableLayout(Numbered, Base):
    """A layout; ``data`` is all of it but its name, as JSON."""

    __tablename__ = "table_layouts"
    name: Mapped[str] = line(40, "版式名称", unique=True)
    data: Mapped[str] = mapped_column(Text)
