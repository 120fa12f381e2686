"""What is known of usual indicators (danh mục chỉ tiêu thường gặp): data, from which the plan's sheets are filled.

An indicator is a file in `chi-tieu/`; parties, bases of rates and the frame of a report are files beside this one.
"""
