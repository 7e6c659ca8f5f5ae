"""Recognition: records in, records and problems out; no files, clock, environment, Prefect or pandas."""
