"""Which cell asks for which number (biểu mẫu): the only room that knows where a cell is.

In: `Plan`, a unit, a period. Out: `model.Form`, and from it a blank workbook; and, going back, where in a returned
workbook each answer stands. openpyxl enters only what draws the form.
"""
