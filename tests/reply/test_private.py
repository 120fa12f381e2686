"""One unit never sees another's data: whatever the others typed, not a trace of it is in what it gets."""

import io
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.reply.inbox import GOOD, Typed, back, send

NEUTRAL = "Số này chưa khớp với những số liệu khác mà xã đang có."
VILLAGES = ("T01", "T02", "T03")


def everything(data: bytes) -> str:
    """All parts of a workbook, names of parts included; a text as it is."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(name + package.read(name).decode("utf-8", "replace") for name in package.namelist())


def of_unit(files: dict[str, bytes], unit: str) -> str:
    return "\n".join(
        name + everything(data) for name, data in files.items() if name.startswith((f"{unit}-", f"{unit}."))
    )


def digits(text: str) -> set[str]:
    return set(re.findall(r"\d+", text.replace(".", "")))


def some(low: int, high: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(low, high), min_size=3, max_size=3, unique=True)


@examples(3)
@given(
    some(1_234_567, 1_999_999),
    some(2_345_671, 2_999_999),
    some(3_456_712, 3_999_999),
    st.sets(st.sampled_from(VILLAGES)),
)
def test_no_number_of_another_unit_is_in_what_a_unit_gets(
    first: list[int], second: list[int], office: list[int], slipped: set[str]
) -> None:
    """Some villages registered more than they have; of the others the office recognised more than they registered."""
    q1: dict[str, Typed] = {v: {**GOOD, "tong_ho": n, "ho_dk": n} for v, n in zip(VILLAGES, first, strict=True)}
    q2: dict[str, Typed] = {
        v: {**GOOD, "tong_ho": n - (v in slipped), "ho_dk": n} for v, n in zip(VILLAGES, second, strict=True)
    }
    said = {f"ho_cn.{v}": n for v, n in zip(VILLAGES, office, strict=True) if v not in slipped}
    own = {v: {first[n], second[n], second[n] - (v in slipped)} for n, v in enumerate(VILLAGES)} | {"VP": set(office)}
    with TemporaryDirectory() as root:
        send(Path(root), "2023-Q1", q1)
        files = back(send(Path(root), "2023-Q2", {**q2, "VP": {**said, "uu_diem.d1": "Tốt"}}), "2023-Q2")
    assert {name[:-4] for name in files if name.endswith(".txt")} == slipped | ({"VP"} if said else set())
    for unit, mine in own.items():
        others = {str(n) for said in own.values() for n in said - mine}
        assert not digits(of_unit(files, unit)) & others


def test_a_doubt_that_rests_on_another_unit_is_told_without_its_number(tmp_path: Path) -> None:
    office: Typed = {"ho_cn.T01": 97, "qd_so": "12/QĐ-UBND", "qd_ngay": "01/6/2023"}
    files = back(send(tmp_path, "2023-Q2", {"T01": {**GOOD, "ho_dk": 83}, "VP": office}), "2023-Q2")
    told = files["VP.txt"].decode("utf-8-sig")
    assert NEUTRAL in told and "đã ghi “97”" in told and "83" not in told
    assert ">83<" not in of_unit(files, "VP")


def test_a_doubt_that_rests_on_its_own_numbers_is_told_with_them(tmp_path: Path) -> None:
    files = back(send(tmp_path, "2023-Q1", {"T01": {**GOOD, "ho_dk": 130}, "T02": {**GOOD, "ho_dk": 140}}), "2023-Q1")
    for unit, own, other in (("T01", "130", "140"), ("T02", "140", "130")):
        told = files[f"{unit}.txt"].decode("utf-8-sig")
        assert f"({own}) lớn hơn tổng số hộ (100)" in told and other not in told and NEUTRAL not in told


def test_texts_names_and_files_of_others_stay_away(tmp_path: Path) -> None:
    sent = {"T01": {**GOOD, "ho_dk": 130}, "T02": {**GOOD, "tong_ho": "BÍ MẬT", "kinh_phi": "777 triệu gì đó"}}
    files = back(send(tmp_path, "2023-Q1", sent), "2023-Q1")
    seen = of_unit(files, "T01")
    assert "T02.txt" in files
    assert not [word for word in ("BÍ MẬT", "777", "T02", "Thôn Hai", "T02-hai") if word in seen]
