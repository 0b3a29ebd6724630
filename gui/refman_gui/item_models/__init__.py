"""Qt's item models over what the session gives."""
