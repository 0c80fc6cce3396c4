"""Find drafts that tell again what another has told, and show the sentences they share."""
