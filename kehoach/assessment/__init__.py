"""How far along each target and task is, and what may be said of it in this period (đánh giá).

In: `Plan`, `Review`. Out: `model.Assessment`, exact to the last household.
"""
