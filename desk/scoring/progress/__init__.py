"""Progress (进度): the pace of the year, the gap to the target, and what to expect."""
