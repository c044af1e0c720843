"""The editor's rows ⇄ Document."""
