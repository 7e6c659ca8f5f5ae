"""How a page is built: lines, blocks, headings, furniture, reading order; and how well and how fully it was read."""
