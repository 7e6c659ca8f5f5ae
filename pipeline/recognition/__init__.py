"""OCR: pictures made fit, Tesseract run, readings fused, and doubtful words read once more."""
