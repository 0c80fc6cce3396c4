"""The door of the desk: files are checked, read in a worker process, and recognised."""
