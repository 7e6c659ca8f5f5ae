"""The shape of the warehouse and how rows get there; `pipeline.load` is the door."""
