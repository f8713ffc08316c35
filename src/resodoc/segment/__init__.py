"""Source → Blocks."""
