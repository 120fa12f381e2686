"""What was promised, by whom, by when (kế hoạch). The plan workbook holds all that another commune would change.

In: `ke-hoach.xlsx`, through `office`. Out: one frozen `model.Plan`, or every mistake at once. openpyxl is
for what writes the workbook alone.
"""
