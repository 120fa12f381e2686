"""Any .docx against the decree (soát thể thức): Decree 30/2020/NĐ-CP, Annex I, rule by rule.

In: a Word document of whatever origin. Out: findings `ND30-…`, a copy with comments, a copy with what is safe put
right. The decree's measures come from `word.standard`.
"""
