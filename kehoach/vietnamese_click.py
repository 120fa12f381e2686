"""Click's own words in Vietnamese (lời của click): whatever the machine's language, the officer reads one.

Click looks its texts up through the names `_` and `ngettext` of its modules; both are pointed at the table below. A
text that is missing here comes out in English, and a test over click's source fails.
"""

import sys

TEXTS = {
    "Usage:": "Cách dùng:",
    "Options": "Tùy chọn",
    "Commands": "Các lệnh",
    "Error: {message}": "Lỗi: {message}",
    "Show this message and exit.": "Hiện phần hướng dẫn này.",
    "Show the version and exit.": "Hiện phiên bản.",
    "%(prog)s, version %(version)s": "%(prog)s, phiên bản %(version)s",
    "Try '{command} {option}' for help.": "Gõ “{command} {option}” để xem hướng dẫn.",
    "Aborted!": "Đã dừng.",
    "Missing command.": "Thiếu tên lệnh.",
    "No such command {name!r}.": "Không có lệnh “{name}”.",
    "Did you mean {possibility}?": "Có phải là {possibility}?",
    "No such option {name!r}.": "Không có tùy chọn “{name}”.",
    "Got unexpected extra argument ({args})": "Thừa tham số ({args})",
    "Got unexpected extra arguments ({args})": "Thừa các tham số ({args})",
    "Invalid value: {message}": "Giá trị không hợp lệ: {message}",
    "Invalid value for {param_hint}: {message}": "Giá trị không hợp lệ cho {param_hint}: {message}",
    "Missing argument": "Thiếu tham số",
    "Missing option": "Thiếu tùy chọn",
    "Missing parameter": "Thiếu tham số",
    "Missing {param_type}": "Thiếu {param_type}",
    "Missing parameter: {param_name}": "Thiếu tham số: {param_name}",
    "Option {name!r} requires an argument.": "Tùy chọn “{name}” cần một giá trị.",
    "Option {name!r} does not take a value.": "Tùy chọn “{name}” không nhận giá trị.",
    "{name} {filename!r} does not exist.": "{name} “{filename}” không tồn tại.",
    "{name} {filename!r} is a file.": "{name} “{filename}” là một tệp.",
    "{name} {filename!r} is a directory.": "{name} “{filename}” là một thư mục.",
    "{name} {filename!r} is not readable.": "Không đọc được {name} “{filename}”.",
    "{name} {filename!r} is not writable.": "Không ghi được {name} “{filename}”.",
    "file": "tệp",
    "directory": "thư mục",
    "path": "đường dẫn",
    "required": "bắt buộc",
    "(dynamic)": "(tự tính)",
    "default: {default}": "mặc định: {default}",
    "env var: {var}": "biến môi trường: {var}",
    "Positional arguments": "Tham số",
    "(Did you mean one of: {possibilities}?)": "(Có phải một trong: {possibilities}?)",
    "Argument {name!r} takes {nargs} values.": "Tham số “{name}” cần {nargs} giá trị.",
    "Option {name!r} requires {nargs} arguments.": "Tùy chọn “{name}” cần {nargs} giá trị.",
    "Choose from:\n\t{choices}": "Chọn một trong:\n\t{choices}",
    "{value!r} is not one of {choices}.": "“{value}” không thuộc {choices}.",
    "{value!r} is not {choice}.": "“{value}” không phải {choice}.",
    "{value!r} is not a valid {number_type}.": "“{value}” không phải {number_type} hợp lệ.",
    "{value!r} does not match the format {format}.": "“{value}” không đúng dạng {format}.",
    "{value!r} does not match the formats {formats}.": "“{value}” không đúng một trong các dạng {formats}.",
    "{name} {filename!r} is not executable.": "Không chạy được {name} “{filename}”.",
    "unknown error": "lỗi không rõ",
    "{value} is not in the range {range}.": "{value} nằm ngoài khoảng {range}.",
    "Takes {nargs} values but 1 was given.": "Cần {nargs} giá trị, mới có 1.",
    "Takes {nargs} values but {len} were given.": "Cần {nargs} giá trị, mới có {len}.",
    "Couldn't detect Bash version, shell completion is not supported.": "Không rõ phiên bản Bash nên không gợi ý được.",
    "Shell completion is not supported for Bash versions older than 4.4.": "Gợi ý lệnh cần Bash từ 4.4 trở lên.",
    "Could not open file {filename!r}: {message}": "Không mở được tệp “{filename}”: {message}",
}


class _Said(str):
    """What click gives capitals to as English does: "Thư Mục"."""

    __slots__ = ()

    def title(self) -> str:
        return self.capitalize()


def _one(text: str) -> str:
    return _Said(TEXTS.get(text, text))


def _some(singular: str, plural: str, count: int) -> str:
    return _one(singular if count == 1 else plural)


def speak_vietnamese() -> None:
    """Points click's look-ups here; harmless when done twice."""
    for name, module in list(sys.modules.items()):
        if name == "click" or name.startswith("click."):
            for attribute, replacement in (("_", _one), ("ngettext", _some)):
                if callable(getattr(module, attribute, None)):
                    setattr(module, attribute, replacement)
