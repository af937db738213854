"""An XLSX workbook that is opened once for all of its sheets: opening it takes longer than reading one."""

from __future__ import annotations

import warnings
from functools import cached_property
from pathlib import Path

from openpyxl import Workbook, load_workbook


class Books:
    """A workbook with the values that its cells show, and with what is written in them.

    Each is opened once, when it is asked for, and read for one sheet after the other.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def shown(self) -> Workbook:
        return _opened(self.path, values=True)

    @cached_property
    def written(self) -> Workbook:
        return _opened(self.path, values=False)

    def close(self) -> None:
        for book in vars(self).values():
            if isinstance(book, Workbook):
                book.close()


def _opened(path: Path, values: bool) -> Workbook:
    with warnings.catch_warnings():
        # It tells of pictures and rules of style that it leaves out.
        warnings.simplefilter("ignore")
        return load_workbook(path, read_only=True, data_only=values)
