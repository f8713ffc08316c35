"""A printed page, whoever saw it first: words with boxes → rows, lines, paragraphs, tables."""
