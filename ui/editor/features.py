"""The editor's abilities, in the order of its menu."""

from ui.editor.comparing import Comparing
from ui.editor.feature import Feature
from ui.editor.finding_replacing import FindingReplacing
from ui.editor.inquiring import Inquiring
from ui.editor.metering import Metering
from ui.editor.structuring import Structuring

FEATURES: tuple[type[Feature], ...] = (Structuring, FindingReplacing, Inquiring, Metering, Comparing)
