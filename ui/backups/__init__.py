"""备份与恢复: what the clerk sees of the backups, and how they are brought back."""
