"""Write a document as a Word file: a section for each chapter, with the PDF's breaks."""

from desk.layout.document_blocks import Chapter
from desk.layout.document_parts import Document
from desk.layout.word import Writer, tail_of
from desk.layout.word_frame import new_document, pack, put_in, section_properties
from desk.layout.word_xml import section_end


def written(document: Document, chapters: tuple[Chapter, ...]) -> bytes:
    """The bytes of the Word file; equal input gives equal bytes."""
    file = new_document(document.about, chapters[-1].grid)
    writer = Writer(file, chapters[0].grid, document.pictures, {})
    parts = []
    for at, chapter in enumerate(chapters, 1):
        writer.grid = chapter.grid
        parts += [writer.block(block) for block in chapter.layout.blocks]
        parts += tail_of(writer, chapter.layout, chapter.paged)
        if at < len(chapters):
            parts.append(section_end(section_properties(file, chapter.grid)))
    put_in(file, "".join(parts))
    return pack(file, document.day)
