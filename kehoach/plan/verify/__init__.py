"""What is wrong with a typed plan (kiểm tra kế hoạch): one rule a function, all of them run, every mistake at once.

In: `table.Book`. Out: findings `KP-…` of `plan.mistakes`.
"""
