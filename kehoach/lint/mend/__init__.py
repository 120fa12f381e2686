"""What is put right by the program (sửa an toàn): a file an idea, on the tree of a copy, each saying what it did."""
