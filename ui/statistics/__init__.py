"""Statistics tables on the screen, and how they are laid out."""
