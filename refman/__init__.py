"""refman: from a listing of papers to references with their links."""

__all__ = ["__version__"]

__version__ = "0.1.0"
