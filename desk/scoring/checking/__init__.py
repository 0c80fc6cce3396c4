"""What may be wrong with a scheme: one small file for each kind of complaint."""
