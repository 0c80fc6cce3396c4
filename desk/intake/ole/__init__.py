"""Word 97–2003 documents: the container, the piece table, the formatting beside it (MS-DOC)."""
