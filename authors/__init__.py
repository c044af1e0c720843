"""People: who writes, who reviews, and what allows them to."""
