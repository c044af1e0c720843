"""The page on which writers write: what it holds (sheet), what that means (reading), how it is shown (showing)."""
