"""From an Analysis to Relations: states, events, and who says so, how sure, and whether it is denied."""
