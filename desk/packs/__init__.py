"""The meeting pack (会议材料): everything for the quarter's meeting, in one folder."""
