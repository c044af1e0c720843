"""Makes and keeps what readers get."""
