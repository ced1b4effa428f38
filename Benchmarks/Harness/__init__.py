"""The parts of `run`; nothing but Python's own library, so that it starts everywhere."""
