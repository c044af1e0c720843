"""The sample accounts of the demonstration; never in production."""

LOGINS = ("writer", "editor", "reviewer", "publisher", "governance")
PASSWORD = "vivere-demo"  # noqa: S105 - printed on purpose, refused when DEBUG is off
