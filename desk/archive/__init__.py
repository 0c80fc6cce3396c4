"""往期: what was released, as it was printed, and who used it."""
