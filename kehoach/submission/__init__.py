"""What one unit sent back (biểu gửi). A broken file is a value here, never an exception.

In: a file, through `office`, and where its answers stand, through `form.locate`. Out: `model.Submission`.
"""
