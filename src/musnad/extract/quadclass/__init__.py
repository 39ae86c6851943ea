"""QuadClass and relevance of single sentences."""
