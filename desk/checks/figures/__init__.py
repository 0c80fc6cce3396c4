"""How the figures of a text hang together: changes, shares, means, parts of a whole."""
