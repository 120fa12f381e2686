"""Two invented communes as text, `quyet-thang/` and `van-thuong/`, and what makes workbooks of them."""
