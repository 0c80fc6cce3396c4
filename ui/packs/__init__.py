"""会议材料: the window that writes the meeting pack."""
