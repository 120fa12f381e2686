"""Proof (đối chiếu): the written report read back by other code and held against the cells it rests on.

In: the document's bytes, report and assessment. Out: nothing where all agrees, else our own error; and a copy of the
document that says of each number where it comes from.
"""
