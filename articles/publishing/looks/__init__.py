"""What pages look like: the files that they link to, and the fingerprint of all that shapes them."""
