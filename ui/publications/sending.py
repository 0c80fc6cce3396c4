"""发送: the lines at the foot, who gets how many copies, and the names."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from desk.publications import Publication, Signature
from desk.settings import Settings
from ui.publications.part import Part, ShortText
from ui.publications.recipients_edit import RecipientsEdit


class SendingPart(Part):
    """``send_to`` is typed one line each, as it stands at the foot of an issue."""

    title = "发送"

    def __init__(self) -> None:
        super().__init__()
        self.send_to = ShortText(tabChangesFocus=True)
        self.send_to.setPlaceholderText("报：县委书记、县长\n送：县委各部门\n发：各乡镇人民政府")
        self.recipients = RecipientsEdit()
        self.editors, self.reviewer, self.signer = (QLineEdit() for _ in range(3))
        self.add("send_to", "报尾的发送范围，一行一条，照此印出", self.send_to, 1)
        self.add("recipients", "发给哪些单位、各几份（份号登记和发送登记用）", self.recipients, 3)
        self.add("editors", "编辑", self.editors)
        self.add_beside("reviewer", "审核", self.reviewer)
        self.add_beside("signer", "签发", self.signer)
        self.recipients.drawing.connect(self._draw)
        self.recipients.edited.connect(self.edited)
        self.watch()

    @override
    def fill(self, publication: Publication, settings: Settings) -> None:
        signature = publication.signature
        self.send_to.setPlainText("\n".join(publication.send_to))
        self.recipients.show_recipients(publication.recipients)
        self.editors.setText(signature.editors)
        self.reviewer.setText(signature.reviewer)
        self.signer.setText(signature.signer)
        self.editors.setPlaceholderText(settings.editor or "不印")
        self.reviewer.setPlaceholderText(settings.reviewer or "不印")
        self.signer.setPlaceholderText(settings.signer or "不印")

    @override
    def put_into(self, publication: Publication) -> Publication:
        names = (one.text().strip() for one in (self.editors, self.reviewer, self.signer))
        return replace(
            publication,
            send_to=self._lines(),
            recipients=self.recipients.recipients(),
            signature=Signature(*names),
        )

    def _lines(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.send_to.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def _draw(self) -> None:
        self.recipients.add_named_in(self._lines())
