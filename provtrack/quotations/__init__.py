"""Quotations: what a publication presents as words of another, with what it declares of them.

The doors are `find` and `find_with_remarks`; both are pure. Passages without any marks are found
elsewhere, with an index; whether a quotation is faithful is judged in `auditing`.
"""

from provtrack.quotations.engine import FoundQuotations, find, find_with_remarks

__all__ = ["FoundQuotations", "find", "find_with_remarks"]
