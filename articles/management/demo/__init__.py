"""The content of the demonstration: our own articles, invented people, drawn pictures, and how they are loaded."""
