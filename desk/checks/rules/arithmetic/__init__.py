"""Rules about sums, shares, growth and figures that contradict one another."""
