"""The parts of the window; none knows another, they meet in the session."""
