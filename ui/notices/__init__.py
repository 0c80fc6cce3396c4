"""The letters' tab of 考核 (函件): who gets one, its text, printing and filing."""
