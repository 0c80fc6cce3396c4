"""Urgent information (紧急信息): from the telephone call to the final report, against the clock."""
