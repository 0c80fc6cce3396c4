"""Errors whose text is shown to the clerk as it stands."""


class DeskError(Exception):
    """A full Chinese sentence: what happened, then what to do."""


class NotReadableError(DeskError):
    """A file that cannot be read: damaged, encrypted, of another kind, or dangerous."""


class NotFoundError(DeskError):
    """Something asked for by name or number that the store does not hold."""


class NotAllowedError(DeskError):
    """A step that the state of a draft or an issue does not allow."""


class StoreError(DeskError):
    """The store cannot be opened or written."""
