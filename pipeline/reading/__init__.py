"""What one page says before anything is understood: glyphs, words, rulings, and which reading to trust."""
