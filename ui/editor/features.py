"""The editor's abilities, in the order of its menu."""

from ui.editor.approving import Approving
from ui.editor.comparing import Comparing
from ui.editor.copy_noting import CopyNoting
from ui.editor.detailing import Detailing
from ui.editor.examples import ExampleTab
from ui.editor.failing import Failing
from ui.editor.feature import Feature
from ui.editor.finding_replacing import FindingReplacing
from ui.editor.forwarding import Forwarding
from ui.editor.inquiring import Inquiring
from ui.editor.inserting import Inserting
from ui.editor.instructing import Instructing
from ui.editor.metering import Metering
from ui.editor.number_forms import NumberForms
from ui.editor.object_editing import ObjectEditing
from ui.editor.picture_editing import PictureEditing
from ui.editor.sitting import Holding
from ui.editor.slip_printing import SlipPrinting
from ui.editor.sources import Sources
from ui.editor.structuring import Structuring
from ui.editor.text_size import Alone, TextSize
from ui.editor.versions import Versions

FEATURES: tuple[type[Feature], ...] = (
    Failing,
    Holding,
    Approving,
    SlipPrinting,
    Instructing,
    Forwarding,
    Structuring,
    ObjectEditing,
    PictureEditing,
    FindingReplacing,
    Inserting,
    NumberForms,
    Inquiring,
    Metering,
    Detailing,
    Comparing,
    ExampleTab,  # before the sources, whose tab not every draft has
    Sources,
    Versions,
    TextSize,
    Alone,
    CopyNoting,
)
