"""`make bench`: what a page, a publication and an import cost, printed as ratios where a ratio exists."""
