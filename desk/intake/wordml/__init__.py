"""The parts of a .docx package: styles, numbering, pictures and the text itself."""
