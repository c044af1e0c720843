"""Bytes → Document and a report of what could not be placed."""
