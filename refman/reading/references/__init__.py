"""A bibliography as printed: cut into references, and these into their fields."""
