"""All that charts, tables, bulletins and letters of some days are made of, read once."""
