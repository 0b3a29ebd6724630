"""What is missing, doubtful or unsafe in references."""

from refman.checks.check import check
from refman.checks.finding import Finding, Found, Replacement, Severity
from refman.checks.rules import Rule, all_rules
from refman.checks.subject import Context, Subject, Written

__all__ = [
    "Context",
    "Finding",
    "Found",
    "Replacement",
    "Rule",
    "Severity",
    "Subject",
    "Written",
    "all_rules",
    "check",
]
