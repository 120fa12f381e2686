"""Tests of `letter`: what asks the units and what urges them, read back by other code."""
