"""Events: roles, factuality, time and place of each trigger."""
