"""One test file per rule of reconciliation."""
