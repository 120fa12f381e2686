"""What changed (thay đổi): the inputs as they are against the last build, or one period against another, in words.

In: what the last build left (its table and its report), and the walk; or two assessments. Out: a tree of lines.
"""
