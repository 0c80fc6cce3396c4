"""The form of a publication and its specimen."""
