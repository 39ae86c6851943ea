"""Attributed statements: cue, speaker, content, stance, chain."""
