"""What is doubtful and what is kept (rà soát); the officer's answers. One rule, one file, in `rules/`.

In: `Plan`, `Dataset`, the answers read from `kiem-tra.xlsx` and `nhap-ho.xlsx`. Out: `model.Review`. openpyxl
enters only what writes the two workbooks.
"""
