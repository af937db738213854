"""Decision records are numbered without a gap, and each has its three parts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

RECORDS = sorted((Path(__file__).resolve().parents[1] / "dashboard" / "decisions").iterdir())
PARTS = ["Context", "Decision", "Consequences"]


def test_records_are_numbered_without_a_gap() -> None:
    assert [path.name[:5] for path in RECORDS] == [f"{n:04d}-" for n in range(1, len(RECORDS) + 1)]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_has_its_number_and_its_parts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(path.name[:4])}. ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == PARTS
