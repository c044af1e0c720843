"""Facts → HTML and JSON-LD. Pure: nothing here asks the database, and equal facts give equal pages."""
