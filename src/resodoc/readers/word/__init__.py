"""Parts of a DOCX: styles, automatic numbers, the text of a paragraph."""
