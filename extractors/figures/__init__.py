"""What the cells of a table mean: concepts, scenarios, years and units of rows and columns; tables become figures."""
