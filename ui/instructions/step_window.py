"""A small window for one step of an instruction: its fields, its deed, errors beside."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from desk.errors import DeskError
from desk.instructions.changing import Step, undo
from desk.instructions.instruction import Assignment, Instruction
from desk.store import Store
from desk.units import Unit
from ui import field as fields_of
from ui.registry.field_area import FieldArea
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow


class StepWindow(FormWindow):
    """Subclasses add fields in ``build``, fill them in ``fill``, and do the step in ``step``.

    ``unit`` offers the units that the step may be about; it is hidden where there is one.
    """

    heading: ClassVar[str]
    verb: ClassVar[str]
    size_at_100: ClassVar[tuple[int, int]] = (560, 420)
    topics: ClassVar[tuple[Topic, ...]] = (Topic.TASKS,)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, self.size_at_100, self.heading, "instructions")
        self.held: Instruction | None = None
        self.about = QLabel(wordWrap=True)
        self.about.setObjectName("muted")
        self.unit = QComboBox()
        self.unit.setAccessibleName("单位")
        self.area = FieldArea()
        self.area.add("unit", "单位", self.unit)
        self.first: QWidget = self.unit
        self.build()
        self.button = self.deed(self.verb, f"{self.verb}（Ctrl+Enter）", self.save)
        self.content.addWidget(self.about)
        self.content.addWidget(self.area, 1)
        self.content.addLayout(self.foot(self.button))

    def open_for(self, held: Instruction, units: Sequence[Unit]) -> None:
        """Open for an instruction; ``units`` are all of the register."""
        self.held = held
        self.about.setText(f"{held.number}　{held.leader}批示　{held.title}".strip())
        names = {one.id: one.short for one in units}
        self.unit.clear()
        for task in self.asked(held):
            self.unit.addItem(names.get(task.unit_id, ""), task.unit_id)
        self.area.fields["unit"].setVisible(self.unit.count() > 1)
        self.tell("")
        fields_of.clear_errors(self.area.fields)
        self.fill(held, units)
        self.come_up(self.first)

    @property
    def unit_id(self) -> int:
        """The unit chosen; 0 for none."""
        return int(self.unit.currentData() or 0)

    @property
    def task(self) -> Assignment | None:
        """What the unit chosen owes."""
        return self.held.task_of(self.unit_id) if self.held else None

    def asked(self, held: Instruction) -> Sequence[Assignment]:
        """Whose tasks the step may be about."""
        return held.assignments

    def build(self) -> None:
        """Add the fields."""
        raise NotImplementedError

    def fill(self, held: Instruction, units: Sequence[Unit]) -> None:
        """Show what is proposed."""

    def step(self, store: Store, held: Instruction) -> tuple[Callable[[], Step], str]:
        """What is to be done (on the worker), and the note of it. Raises FieldError."""
        raise NotImplementedError

    def save(self) -> None:
        """Do the step; an error stands at its field."""
        if self.held is None:
            return
        self.tell("")
        fields_of.clear_errors(self.area.fields)
        try:
            act, words = self.step(self.session.store, self.held)
        except DeskError as error:
            self._fail(error)
            return
        run(self.session, act, words, *self.topics, done=self.close, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        if not fields_of.show_error(self.area.fields, error):
            self.fail(error)


def run(
    session: Session,
    act: Callable[[], Step],
    words: str,
    *topics: Topic,
    done: Callable[[], object] = lambda: None,
    failed: Callable[[Exception], None] | None = None,
) -> None:
    """Run a step on the worker, with a note that takes it back."""
    steps: list[Step] = []

    def acting() -> Step:
        steps.append(act())
        return steps[0]

    def finished(_step: Step) -> None:
        done()

    session.do(
        acting,
        *topics,
        note=words,
        undo=Undo(lambda: undo(session.store, steps[0], by=session.by()), "已撤销"),
        done=finished,
        failed=failed,
    )
