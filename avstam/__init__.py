"""The command line, and reading results from Python."""
