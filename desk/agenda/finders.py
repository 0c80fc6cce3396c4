"""Where duties come from: each finder looks at one kind of thing."""

from desk.agenda.duty import Finder

FINDERS: tuple[Finder, ...] = ()
