"""Many documents: finding them, resolving each whatever happens to the others, writing and scoring the results."""
