"""The sample commune: its text in `quyet-thang/`, and what makes workbooks of it."""
