"""The words that carry an event, by the PLOVER lexicon."""
