"""操作记录: who did what and when, as the trail has it."""
