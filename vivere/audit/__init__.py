"""The record of who did what to which thing, when and why: append-only, one hash chain."""
