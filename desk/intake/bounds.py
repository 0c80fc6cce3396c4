"""How much the desk reads of files inside a file."""

MAX_DEPTH = 3  # containers in containers
MAX_FILES = 500  # inner files, however deep
MAX_UNPACKED = 200 << 20  # bytes that come out of them together
