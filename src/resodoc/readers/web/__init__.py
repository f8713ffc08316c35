"""Parts of a page of HTML: its text, lists, what is none of the text."""
