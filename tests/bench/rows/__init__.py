"""The rows of the bench, one file a topic; a file that lies here is a row."""
