"""Causal and conditional links."""
