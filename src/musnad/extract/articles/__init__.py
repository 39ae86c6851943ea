"""Zones, articles and the date of publication."""
