"""The quantities of a text: figures with unit, noun, precision and role."""
