"""The charts of the 考核 page: figures read off a survey, drawn on pages of a chosen size."""
