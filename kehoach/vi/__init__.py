"""Vietnamese as it is written in offices: numbers, dates, names. Knows nothing of plans.

In: text and exact values. Out: printed forms, and readings of what people type. No library beyond Python's own.
"""
