from dataclasses import replace

from kehoach.form.layout import lay_out_form
from kehoach.form.model import Shape
from kehoach.plan.element import TASKS
from tests.form.returned import OFFICE, VILLAGE, form_of
from tests.tiny import element, tiny_plan


def test_a_village_is_asked_about_itself_in_one_list() -> None:
    form = form_of(VILLAGE)
    assert [f.name for f in form.fields] == ["tong_ho", "ho_dk", "buoi_tt", "kinh_phi", "nvh"]
    assert {f.subject for f in form.fields} == {"T01"}
    assert [s.title for s in form.sections] == ["1. Hộ gia đình", "2. Hoạt động"]
    assert form.sheets == ("Số liệu",)


def test_an_office_answers_for_all_in_tables() -> None:
    form = form_of(OFFICE)
    assert [(s.title, s.shape) for s in form.sections] == [
        ("Công nhận", Shape.LIST),
        ("1. Chỉ đạo", Shape.LIST),
        ("Công nhận", Shape.TABLE),
        ("3. Nhiệm vụ", Shape.TABLE),
        ("4. Đánh giá", Shape.TEXT),
    ]
    names = [f.name for f in form.fields]
    assert {"ho_cn.T01", "ho_cn.T03", "trang_thai.nv2", "minh_chung.nv1", "uu_diem.d3", "qd_so"} <= set(names)
    assert len({(f.sheet, f.row, f.column) for f in form.fields}) == len(names) == len(set(names))


def test_a_table_has_subjects_down_and_elements_across() -> None:
    fields = {f.name: f for f in form_of(OFFICE).fields}
    assert fields["trang_thai.nv1"].row == fields["minh_chung.nv1"].row != fields["trang_thai.nv2"].row
    assert fields["trang_thai.nv1"].column == fields["trang_thai.nv2"].column != fields["minh_chung.nv1"].column
    assert fields["ho_cn.T02"].label == "Thôn Hai: Số hộ được công nhận"


def test_the_holder_and_the_village_are_both_asked() -> None:
    village = form_of(("T02", "2023-Q2"))
    assert next(f for f in village.fields if f.name == "ho_cn").subject == "T02"


def test_a_unit_that_is_named_answers_for_all_of_its_kind() -> None:
    plan = tiny_plan()
    elements = dict(plan.elements) | {"tong_ho": element("tong_ho", "Tổng số hộ", suppliers=("T01", "thon"))}
    plan = replace(plan, elements=elements)
    first, second = (lay_out_form(plan, plan.unit(u), plan.periods[0]) for u in ("T01", "T02"))
    assert first and {f.name for f in first.fields} >= {"tong_ho.T01", "tong_ho.T02", "tong_ho.T03"}
    assert second and "tong_ho" in {f.name for f in second.fields}


def test_who_has_nothing_to_answer_gets_no_form() -> None:
    plan = tiny_plan()
    assert lay_out_form(plan, plan.unit("X"), plan.periods[0]) is None
    gone = replace(plan.unit("T01"), until=plan.periods[0].start)
    assert lay_out_form(plan, gone, plan.periods[0]) is None


def test_a_file_is_named_after_unit_form_and_period() -> None:
    plan = tiny_plan()
    assert form_of(VILLAGE).file_name == "T01-mot_T_2023-Q1.xlsx"
    long = lay_out_form(plan, replace(plan.unit("T01"), name="Thôn " + "Rất Dài " * 40), plan.periods[0])
    assert long and len(long.file_name) < 100 and long.file_name.endswith("-rat_T_2023-Q1.xlsx")
    named = replace(plan, issuer=replace(plan.issuer, extra={"Mã biểu": "VH"}))
    form = lay_out_form(named, named.unit("C02"), named.period("2023-Q2"))
    assert form and form.file_name == "C02-tram-y-te-xa_VH_2023-Q2.xlsx"


def test_sheet_names_are_taken_by_excel_whatever_the_section_is_called() -> None:
    title = "Kết quả [thôn/bản]: 'công nhận' theo từng đơn vị?"
    plan = tiny_plan()
    changed = {c: replace(e, section=title) for c, e in plan.elements.items() if e.subject in ("thon", TASKS)}
    plan = replace(plan, elements=dict(plan.elements) | changed)
    form = lay_out_form(plan, plan.unit("VP"), plan.period("2023-Q2"))
    assert form
    tables = [s.sheet for s in form.sections if s.shape is Shape.TABLE]
    assert len(set(tables)) == 2
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in tables)


def test_rates_stand_under_their_numerator() -> None:
    [rate] = form_of(VILLAGE).sections[0].rates
    assert (rate.top, rate.bottom, rate.label) == ("ho_dk", "tong_ho", "Tỷ lệ trên tổng số hộ (tự tính)")
    rows = {f.name: f.row for f in form_of(VILLAGE).fields}
    assert rate.row == rows["ho_dk"] + 1 < rows["buoi_tt"]


def test_hints_have_a_column_only_where_something_can_be_checked() -> None:
    assert form_of(VILLAGE).sections[0].hint_column
    assert not form_of(("C01", "2023-Q2")).sections[0].hint_column
