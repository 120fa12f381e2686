"""The rules by element (các quy tắc): a file an element, each rule a function that yields faults."""
