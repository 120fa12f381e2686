"""Trang theo dõi (board): one self-contained page to look at, offline, in any browser, on a phone or on paper.

It says nothing that report, terminal and `kiem-tra.xlsx` do not say, in the same words; it only shows it at a glance.
"""
