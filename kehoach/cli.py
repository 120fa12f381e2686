"""The commands (các lệnh): click, and nothing else. Each command is one stop on the road."""

import gc
from datetime import date
from pathlib import Path

import click

from kehoach import __version__, options, terminal
from kehoach.terminal import progress, say


@click.group(
    cls=options.Road,
    invoke_without_command=True,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH …",
)
@click.version_option(__version__, "--version", help="Hiện phiên bản.", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> int:
    """Từ kế hoạch của xã đến báo cáo in ra ký được.

    \b
    kehoach init XA-TA                tạo thư mục làm việc
    kehoach templates -p 2026-Q1      tạo biểu của kỳ để gửi cho các đơn vị
    kehoach check -p 2026-Q1          xem ai chưa gửi, số nào đáng ngờ
    kehoach remind -p 2026-Q1         đôn đốc: công văn, tin nhắn
    kehoach build -p 2026-Q1          lập báo cáo Word
    kehoach issue -p 2026-Q1 --so 12 --ngay 20/3/2026
                                      báo cáo đã ký: ghi số, lưu hồ sơ
    kehoach explain "85,97%"          một con số từ đâu mà ra
    kehoach diff                      nay khác gì lần lập trước
    kehoach lint "Bao cao.docx"       soát thể thức một văn bản Word

    Hướng dẫn từng lệnh, có ví dụ: kehoach build --help
    """
    return terminal.welcome(context) if context.invoked_subcommand is None else terminal.DONE


@commands.command(short_help="Tạo thư mục làm việc.", options_metavar="[TÙY CHỌN]")
@click.argument("directory", metavar="THƯ-MỤC", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.option(
    "--from",
    "last_year",
    metavar="THƯ-MỤC-NĂM-TRƯỚC",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Lấy đơn vị, số liệu, câu chữ, nơi nhận và số đã chốt của năm trước.",
)
@click.option(
    "--plan",
    "signed",
    metavar="KE-HOACH.docx",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Đọc kế hoạch đã ký (.docx, .txt), điền sẵn kế hoạch; chỗ chưa chắc được đánh dấu để xem lại.",
)
def init(directory: Path | None, last_year: Path | None, signed: Path | None) -> int:
    """Tạo thư mục làm việc: tệp kế hoạch để điền, chỗ để biểu và chỗ để báo cáo.

    Có cả --from và --plan: đơn vị, số liệu của năm trước, chỉ tiêu của kế hoạch mới. Thư mục đã có kế hoạch mà thêm
    --plan (văn bản sửa đổi): ghi ke-hoach-moi.xlsx bên cạnh, liệt kê chỗ khác, không ghi đè.

    \b
    Ví dụ:
      kehoach init "Ke hoach 2026"      có sẵn ví dụ để sửa thành của xã
      kehoach init "Ke hoach 2026" --plan "34-KH-BCD.docx"
                                        điền sẵn từ kế hoạch đã ký
      kehoach init "Ke hoach 2027" --from "Ke hoach 2026"
                                        năm sau: đơn vị, câu chữ, số đã chốt đi theo
    """
    from kehoach.commands.init import nameless, run

    if directory is None:
        raise nameless(last_year, signed)
    return say(run(directory, last_year, progress(), signed))


@commands.command(short_help="Tạo biểu trắng của một kỳ để gửi đi.", options_metavar="[TÙY CHỌN]")
@options.here
@options.period
def templates(directory: Path, period: str | None) -> int:
    """Tạo biểu trắng của một kỳ cho từng đơn vị, kèm công văn đề nghị gửi số liệu và tin nhắn để dán vào Zalo.

    Biểu đã có người điền không bao giờ bị ghi đè. Sửa kế hoạch xong thì chạy lại: biểu còn trắng được làm mới.

    \b
    Ví dụ:
      kehoach templates -p 2026-Q1      biểu vào input_templates/, thư vào output/2026-Q1/thu/
      kehoach templates                 kỳ đầu năm
    """
    from kehoach.commands.templates import run

    return say(run(directory, period))


@commands.command(short_help="Ai chưa gửi, số nào đáng ngờ; ghi kiem-tra.xlsx.", options_metavar="[TÙY CHỌN]")
@options.here
@options.period
@options.input_dir
@options.output_dir
@options.as_json
def check(directory: Path, period: str | None, input_dir: Path | None, output_dir: Path | None, as_json: bool) -> int:
    """Đọc và kiểm tra các biểu đã gửi về; ghi kiem-tra.xlsx và các biểu cần trả lại, chưa lập báo cáo.

    Không ghi kỳ thì lấy kỳ mới nhất đã có đơn vị điền số liệu.

    \b
    Ví dụ:
      kehoach check -p 2026-Q1          ai chưa gửi, số nào đáng ngờ
      kehoach check --input E:/Bieu     đọc thẳng từ USB, không chép
    """
    from kehoach.commands.check import run

    return say(run(directory, period, input_dir, output_dir, progress()), as_json)


@commands.command(short_help="Đôn đốc: công văn, tin nhắn cho đơn vị chưa gửi.", options_metavar="[TÙY CHỌN]")
@options.here
@options.period
@click.option(
    "--ngay",
    "--date",
    "day",
    type=options.Day(),
    help="Đôn đốc tính đến ngày nào, dạng 16/3/2026 (mặc định: hạn các đơn vị gửi).",
)
def remind(directory: Path, period: str | None, day: date | None) -> int:
    """Đôn đốc các đơn vị chưa gửi hoặc còn chỗ cần sửa: công văn và tin nhắn dán vào Zalo.

    \b
    Ví dụ:
      kehoach remind -p 2026-Q1         tính đến hạn các đơn vị gửi
      kehoach remind -p 2026-Q1 --ngay 17/3/2026
                                        tính đến hôm nay: quá hạn thì thư nói là quá hạn
    """
    from kehoach.commands.remind import run

    return say(run(directory, period, day, progress()))


@commands.command(short_help="Lập báo cáo Word của một kỳ.", options_metavar="[TÙY CHỌN]")
@options.here
@options.period
@options.input_dir
@options.output_dir
@click.option("--final", is_flag=True, help="Bản chính thức: không còn dòng dự thảo; chỉ lập được khi hết việc chờ.")
@click.option("--trace", is_flag=True, help="Thêm bản truy vết: mỗi con số kèm nhận xét nói nó từ tệp nào, ô nào.")
@click.option("--pdf", is_flag=True, help="Thêm bản PDF, khi máy có Word hoặc LibreOffice.")
@click.option("--date", "made_on", type=options.Day(), help="Ngày lập báo cáo (mặc định: ngày chốt số liệu).")
@options.as_json
def build(
    directory: Path,
    period: str | None,
    input_dir: Path | None,
    output_dir: Path | None,
    final: bool,
    trace: bool,
    pdf: bool,
    made_on: date | None,
    as_json: bool,
) -> int:
    """Làm cả đường: đọc, kiểm tra, cộng, so với kế hoạch, viết báo cáo Word.

    Không ghi kỳ thì lấy kỳ mới nhất đã có đơn vị điền số liệu. Báo cáo đã sửa tay luôn được giữ lại bên cạnh bản mới.

    \b
    Ví dụ:
      kehoach build                     kỳ mới nhất; còn việc chờ thì là bản dự thảo
      kehoach build -p 2026-Q4 --final  bản chính thức, để in và trình ký
      kehoach build -p 2026-Q4 --pdf    thêm bản PDF
      kehoach build -p 2026-Q4 --trace  thêm bản ghi rõ mỗi con số từ ô nào
    """
    from kehoach.commands.build import run

    return say(run(directory, period, input_dir, output_dir, final, trace, pdf, made_on, progress()), as_json)


@commands.command(short_help="Báo cáo đã ký: ghi số, ngày, lưu mọi thứ nó dựa vào.", options_metavar="[TÙY CHỌN]")
@options.here
@click.option("-p", "period", metavar="KỲ", required=True, help="Mã kỳ báo cáo đã ký, ví dụ 2026-Q1.")
@click.option("--so", "number", metavar="SỐ", type=options.Number(), required=True, help="Số văn thư đã cấp.")
@click.option("--ngay", "day", type=options.Day(), required=True, help="Ngày ký, dạng 20/3/2026.")
@click.option(
    "--tep",
    "document",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Bản đã ký, khi trong thư mục có nhiều bản.",
)
def issue(directory: Path, period: str, number: int, day: date, document: Path | None) -> int:
    """Báo cáo đã ký: ghi số và ngày vào đúng bản đã ký (kể cả chỗ sửa tay), giữ nó cùng biểu, câu trả lời, số liệu.

    \b
    Ví dụ:
      kehoach issue -p 2026-Q1 --so 12 --ngay 20/3/2026
      kehoach issue -p 2026-Q1 --so 12 --ngay 20/3/2026 --tep "output/2026-Q1/Bao cao ky.docx"
    """
    from kehoach.commands.issue import run

    return say(run(directory, period, number, day, document, progress()))


@commands.command(short_help="Một con số từ đâu mà ra.", options_metavar="[TÙY CHỌN]")
@click.argument("what", metavar="CÁI-GÌ", nargs=-1, required=True)
@options.here
@options.period
def explain(what: tuple[str, ...], directory: Path, period: str | None) -> int:
    """Một con số từ đâu mà ra: công thức, các số cộng lại, tệp và ô.

    CÁI-GÌ là mã, đơn vị, con số in trong báo cáo, hay một câu chép từ báo cáo:

    \b
    kehoach explain ct1                        một chỉ tiêu
    kehoach explain "85,97%"                   một con số in trong báo cáo
    kehoach explain "toàn xã có 962/1.119 hộ"  một câu, hay vài chữ của câu
    kehoach explain "Nà Hòa"                   một đơn vị: đã gửi gì, góp vào chỉ tiêu nào
    kehoach explain ho_cn.T03                  một số của một đơn vị
    kehoach explain nv3 -p Q2                  một nhiệm vụ, của một kỳ
    kehoach explain KT-58                      một mã lời nhắc
    """
    from kehoach.commands.explain import run

    return say(run(directory, period, " ".join(what)))


@commands.command(short_help="Số liệu nay khác gì lần lập trước, hay kỳ khác.", options_metavar="[TÙY CHỌN]")
@click.argument("periods", metavar="[KỲ [KỲ]]", nargs=-1)
@options.here
@options.period
def diff(periods: tuple[str, ...], directory: Path, period: str | None) -> int:
    """Các biểu và câu trả lời nay khác gì lần lập trước; hoặc hai kỳ khác nhau những gì. Không ghi gì cả.

    \b
    kehoach diff              kỳ mới nhất, so với lần lập trước của nó
    kehoach diff -p 2026-Q1   một kỳ, so với lần lập trước của nó
    kehoach diff Q1 Q2        từ quý I đến quý II: chỉ tiêu, tổng, từng đơn vị
    """
    from kehoach.commands.diff import run

    return say(run(directory, period, periods, progress()))


@commands.command(short_help="Soát một văn bản Word theo Nghị định 30/2020.", options_metavar="[TÙY CHỌN]")
@click.argument(
    "files", metavar="TỆP.docx…", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False, exists=True)
)
@click.option("--fix", is_flag=True, help="Sửa những chỗ chắc chắn (phông, cỡ chữ, lề, giãn cách …) trên một bản sao.")
@options.as_json
def lint(files: tuple[Path, ...], fix: bool, as_json: bool) -> int:
    """Soát thể thức văn bản Word theo Nghị định 30/2020; ghi bản có nhận xét cạnh tệp gốc, tệp gốc giữ nguyên.

    \b
    Ví dụ:
      kehoach lint "Cong van 12.docx"   liệt kê chỗ sai, ghi bản có nhận xét bên cạnh
      kehoach lint *.docx --fix         mọi tệp ở đây; sửa chỗ chắc chắn trên bản sao
    """
    from kehoach.commands.lint import run

    return say(run(files, fix), as_json)


@commands.command(short_help="Bảng chọn: làm từng bước bằng số, không phải gõ lệnh.", options_metavar="[TÙY CHỌN]")
@click.argument("dropped", metavar="[TỆP HAY THƯ-MỤC]", required=False, type=click.Path(path_type=Path, exists=True))
@options.here
def menu(dropped: Path | None, directory: Path) -> int:
    """Bảng chọn: mỗi bước một số; mỗi bước chạy đúng lệnh như khi gõ, và cho xem lệnh ấy.

    Ở đây là một thư mục làm việc, hoặc nơi chứa các thư mục làm việc. Trên Windows: bấm đúp kehoach.bat, hoặc kéo thả
    tệp kế hoạch .docx vào nó.

    \b
    Ví dụ:
      kehoach menu                      các việc của kỳ đang làm
      kehoach menu "34-KH-BCD.docx"     tạo thư mục làm việc từ kế hoạch đã ký
    """
    from kehoach.menu import Menu

    return Menu(lambda typed: terminal.code_of(commands, typed), directory).start(dropped)


def main() -> None:
    """Entry point. Next to nothing of what a run makes goes round in circles, so these are looked for less often."""
    gc.set_threshold(20_000)
    terminal.run(commands)
