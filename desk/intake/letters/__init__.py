"""What mails of every kind have in common: their words, their quotes, their courtesies."""
