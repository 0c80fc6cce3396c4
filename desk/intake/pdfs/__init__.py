"""PDFs that hold text: from characters with places to paragraphs."""
