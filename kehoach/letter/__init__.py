"""Letters and messages to the units (công văn, tin nhắn): what asks for their figures, what urges those that are late.

In: the plan, the forms, for urging the period's review. Out: file name → content, a công văn and a text to paste from.
People's names and telephone numbers stand in the text alone: it is the officer's own, and nobody else is sent it whole.
"""
