"""Write verified backups of a store, restore them, and rehearse that."""
