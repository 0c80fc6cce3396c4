"""Letters and slips (函件) written from a survey: to heads of units, to the directors' meeting."""
