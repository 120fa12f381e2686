"""Where a number comes from (giải thích): from whatever the officer points at to formula, sums, files and cells.

In: a `Walk`'s assessment and report, and what was asked. Out: a tree of lines.
"""
