"""Online services that know papers, one module each, apart from each other.

Each has ``make(settings)``, which the entry point names.
"""
