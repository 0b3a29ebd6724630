"""Values into one form, each function idempotent."""
