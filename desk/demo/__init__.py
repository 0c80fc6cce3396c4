"""The demo office 云岭县: units, history and drafts, all from one seed (design §10)."""
