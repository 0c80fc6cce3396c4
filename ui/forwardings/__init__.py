"""上报: what goes up to other levels, and what comes back."""
