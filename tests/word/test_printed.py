"""Every report of both samples, in every form, on the printed page."""

from pathlib import Path

import pytest

from kehoach.word.write import report_document
from tests.libreoffice import needs_libreoffice
from tests.word import variants
from tests.word.lawful import assert_lawful
from tests.word.printed import print_all

pytestmark = [*needs_libreoffice, pytest.mark.xdist_group("van-thuong")]


@pytest.mark.parametrize("period", variants.FIRST + variants.SECOND)
def test_the_report_prints_as_the_decree_wants(period: str, second_sample: Path, tmp_path: Path) -> None:
    report = variants.final(variants.source(period, second_sample), period)
    documents = {name: report_document(form) for name, form in variants.forms(report)}
    for name, printed in print_all(documents, tmp_path).items():
        assert len(printed.widths) >= 5, name
        assert_lawful(printed)
