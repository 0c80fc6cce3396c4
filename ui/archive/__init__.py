"""The 往期 page: what was released, by publication and year, and who used it."""
