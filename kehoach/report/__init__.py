"""The words and tables of the report (báo cáo), with no looks. A sentence is words and facts, never a finished string.

In: `Assessment`. Out: `model.Report`. Knows kinds of sentences (rate, count, increment, state, missing, list), never
what they are about: that is the plan's `Câu chữ`.
"""
