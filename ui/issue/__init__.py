"""The 编刊 page: pool, entries, true preview, release, print."""
