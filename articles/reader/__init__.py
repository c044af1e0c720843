"""The public door: stored pages, handed over."""
