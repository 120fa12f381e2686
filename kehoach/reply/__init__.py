"""What goes back to a unit (trả lại): its own answers in a form of the next round, marked where something is wrong.

In: plan, review, the period's forms. Out: a workbook and a text message for each unit with something to mend. No unit
is told anything that another one said.
"""
