"""The stages, and what they need from the world."""
