"""What is run to set up, to draw pictures, to pack: none of it is part of the program."""
