"""The totals workbook (sổ tổng hợp): every number of a period with the live formulas that lead from it to each target.

In: `Assessment`. Out: bytes of `tong-hop.xlsx`. The one room that knows XlsxWriter, which stores results with formulas:
what a program shows that does not calculate is what the report says.
"""
