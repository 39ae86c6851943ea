"""Quantities with unit, comparator and the thing counted."""
