"""Match → meaning: one module a field, each with `find(passage, rules) → tuple[Found, ...]`."""
