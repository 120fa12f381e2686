"""What each command does (các lệnh), one module a command, named after it, and what some of them share; `cli` only
parses and exits.

In: what the officer typed. Out: `outcome.Outcome`, the text for the screen and whether something waits.
"""
