"""The looks of a document (trình bày), with no words: Decree 30/2020/NĐ-CP, Annex I, as data in `standard`.

In: `report.model.Report`. Out: a .docx with real styles and tables, bookmarked blocks and the baseline part that says
what we wrote. python-docx and lxml live here.
"""
