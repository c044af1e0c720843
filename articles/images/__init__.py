"""Pictures: checked on the way in."""
