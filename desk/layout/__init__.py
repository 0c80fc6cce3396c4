"""The page engine: an issue's content becomes pages, a PDF and a .docx with the same breaks."""
