"""Names: gazetteers, titles, a tagger, and one decision for each name."""
