"""换密钥: what the window is closed for, and how it tells what became of it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NewKey:
    """The store is to get another key under this password, while no window holds it."""

    password: str = field(repr=False)
