"""One module per file format; each holds a FORMAT and is found by walking this package."""
