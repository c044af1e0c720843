"""The Document: the plain value that a reviewer signs. Knows nothing of Django."""
