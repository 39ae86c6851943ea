"""Time expressions as TIMEX3."""
