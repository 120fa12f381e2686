"""All values in one table (bộ số liệu), a row a value, each with its state, file, sheet and cell, to the end.

"Data set" in the sense of SDMX: collected observations. In: submissions of this period and of earlier ones. Out:
`model.Dataset`. pandas lives here.
"""
