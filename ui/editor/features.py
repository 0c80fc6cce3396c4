"""The editor's abilities, in the order of its menu."""

from ui.editor.feature import Feature
from ui.editor.finding_replacing import FindingReplacing

FEATURES: tuple[type[Feature], ...] = (FindingReplacing,)
