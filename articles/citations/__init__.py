"""Numbering, identifiers and formatting of sources."""
