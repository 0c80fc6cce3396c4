"""What two texts have in common: characters, paragraphs, tables; pure values, no store."""
