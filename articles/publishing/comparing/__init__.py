"""Two texts of an article beside each other: which ones there are, and the page that shows what differs."""
