"""Document, people and sources → findings."""
