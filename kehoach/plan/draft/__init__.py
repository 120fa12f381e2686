"""From what a signed plan says to the plan workbook's rows (bản nháp sổ kế hoạch), each cell with where it comes from."""
