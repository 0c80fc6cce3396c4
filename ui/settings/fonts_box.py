"""字体: which file prints which face, and a file of the office's own for each."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.font_choice import FaceInUse, choose_font, faces_in_use, put_back, take_back
from desk.layout.fonts import Face, Fonts, Source, installed_fonts
from desk.layout.own_fonts import SUFFIXES, own_fonts
from ui.dialogs import open_paths
from ui.session import Session, Topic, Undo

_KINDS = "字体文件 (*" + " *".join(SUFFIXES) + ")"  # as Qt wants it
_ABOUT = (
    "正式版面用仿宋_GB2312、楷体_GB2312、黑体、方正小标宋简体和宋体。本机没有的由随程序的字体代替，"
    "Word文件里仍写正式字体名。有字体文件的，可以在这里选用。"
)
_SIGNS = {Source.OWN: "●", Source.OFFICIAL: "✓", Source.BUNDLED: "○"}  # said in words beside


class FontsBox(QFrame):
    """A row a face; a choice holds at once, for every page printed from then on."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("card")
        self._session = session
        self.names = {face: QLabel() for face in Face}
        self.signs = {face: QLabel() for face in Face}
        self.choose = {face: QPushButton("选择…") for face in Face}
        self.reset = {face: QPushButton("还原") for face in Face}
        self.trouble = QLabel()
        self.trouble.setObjectName("fieldError")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        title = QLabel("字体")
        title.setObjectName("sectionTitle")
        about = QLabel(_ABOUT)
        about.setObjectName("muted")
        about.setWordWrap(True)
        for one in (title, about, self.trouble):
            layout.addWidget(one)
        layout.addLayout(self._rows())

    def _rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, face in enumerate(Face):
            self.names[face].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.choose[face].setToolTip(f"选一个.ttf、.otf或.ttc文件印{face}")
            self.choose[face].clicked.connect(partial(self._choose, face))
            self.reset[face].setToolTip(f"{face}不再用自己设置的文件")
            self.reset[face].clicked.connect(partial(self._reset, face))
            row_of: tuple[QWidget, ...] = (
                self.signs[face],
                self.names[face],
                self.choose[face],
                self.reset[face],
            )
            for column, one in enumerate(row_of):
                grid.addWidget(one, row, column)
        return grid

    def refresh(self) -> None:
        """Look up on the worker which files are in use."""
        self._session.look(installed_fonts, self._show)

    def _show(self, fonts: Fonts) -> None:
        for one in faces_in_use(fonts):
            self._show_face(one)
        self.trouble.setText("\n".join(fonts.troubles))
        self.trouble.setVisible(bool(fonts.troubles))

    def _show_face(self, one: FaceInUse) -> None:
        self.names[one.face].setText(one.text)
        self.names[one.face].setToolTip(one.file)
        self.signs[one.face].setText(_SIGNS[one.source])
        self.reset[one.face].setEnabled(one.face in own_fonts(self._session.paths.fonts))

    def _choose(self, face: Face) -> None:
        session = self._session
        for chosen in open_paths(self, f"选择{face}的字体文件", _KINDS)[:1]:
            action = partial(choose_font, session.store, session.paths.fonts, face, chosen)
            session.do(
                partial(action, by=session.by()),
                Topic.SETTINGS,
                note=f"{face}改用“{chosen.name}”",
                undo=self._undo(face),
            )

    def _reset(self, face: Face) -> None:
        session = self._session
        session.do(
            lambda: take_back(session.store, session.paths.fonts, face, by=session.by()),
            Topic.SETTINGS,
            note=f"{face}已还原",
            undo=self._undo(face),
        )

    def _undo(self, face: Face) -> Undo:
        session = self._session
        before = dict(own_fonts(session.paths.fonts))
        return Undo(
            lambda: put_back(session.store, session.paths.fonts, before, by=session.by()),
            f"{face}的字体已恢复原样",
        )
