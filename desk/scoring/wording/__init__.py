"""What the rows of a scheme say, in sentences."""
