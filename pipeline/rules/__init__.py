"""Rules of reconciliation, one module each; the folder is scanned."""
