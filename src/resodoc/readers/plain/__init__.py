"""Plain text: encodings, hard-wrapped lines, tables set with blanks, running heads."""
