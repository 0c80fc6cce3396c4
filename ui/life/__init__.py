"""生平: all that happened to one draft, in order of time."""
