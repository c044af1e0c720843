"""Database → the facts that pages are rendered from, in a constant number of queries."""
