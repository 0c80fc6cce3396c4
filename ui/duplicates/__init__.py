"""查重: a draft beside one it looks like."""
