"""Errors whose text is shown to the clerk as it stands."""


class DeskError(Exception):
    """A full Chinese sentence: what happened, then what to do."""


class FieldError(DeskError):
    """A value that cannot be kept; ``field`` names the input it was typed into."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class NotReadableError(DeskError):
    """A file that cannot be read: damaged, encrypted, of another kind, or dangerous."""


class NotFoundError(DeskError):
    """Something asked for by name or number that the store does not hold."""


class NotAllowedError(DeskError):
    """A step that the state of a draft or an issue does not allow."""


class StoreError(DeskError):
    """The store cannot be opened or written."""
