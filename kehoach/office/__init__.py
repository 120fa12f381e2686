"""Files of Excel and Word, safely in and deterministically out. Knows nothing of plans.

In: raw .xlsx bytes. Out: `model.RawWorkbook`, cells with where they stand; and packages whose bytes depend on their
content alone. openpyxl and zipfile live here; the looks that all our workbooks share stand here too.
"""
