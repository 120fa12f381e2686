"""What each command does (các lệnh), one module a command, named after it; `cli` only parses and exits.

In: what the officer typed. Out: `outcome.Outcome`, the text for the screen and whether something waits.
"""
