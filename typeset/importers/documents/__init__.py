"""Documents with looks (DOCX, HTML pages, PDF) into blocks, then through the text rules."""
