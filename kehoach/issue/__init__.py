"""The report was signed (ban hành): the very document that was signed, with its number and date, and all it rests on.

In: the documents in the period's folder, the report as composed now, number and date, the files read. Out: the signed
document, and the files of the archive and of the dossier that is read without the program.
"""
