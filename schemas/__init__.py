"""Records that every other part of avstam passes around: pydantic models, frozen, unknown fields forbidden."""
