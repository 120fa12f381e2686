"""The page for whoever comes next (bàn giao): what lies where, the calendar, what to run when: `DOC-TRUOC.txt`.

In: the plan, if there is one that can be read yet. Out: bytes that say of themselves whether somebody wrote in them.
"""
