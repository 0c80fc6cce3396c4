"""Statistics tables: columns read off a survey, laid out as offices print them."""
