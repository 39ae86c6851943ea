"""Chunks and clauses of a sentence."""
