"""The editor's abilities, in the order of its menu."""

from ui.editor.feature import Feature

FEATURES: tuple[type[Feature], ...] = ()
