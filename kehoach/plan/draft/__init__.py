"""From what a signed plan says to the plan workbook (bản nháp), each cell with where it comes from."""
