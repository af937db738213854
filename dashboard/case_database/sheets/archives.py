"""ZIP archives of files: unpacked for as long as they are read."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from dashboard.refusal import Refused
from dashboard.workroom import workroom

# What is packed may swell; the largest real export is far smaller.
MOST_BYTES = 20 * 1024**3
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


@contextmanager
def unpacked(archive: Path) -> Iterator[Path]:
    """Yield a folder with the files of an archive, whatever folders they were packed in.

    Raises:
        Refused: it cannot be read, has a password, or holds two files of one name.
    """
    with workroom("export", Path(tempfile.gettempdir())) as room:
        try:
            with zipfile.ZipFile(archive) as packed:
                _unpack(packed, archive, room)
        except BROKEN:
            raise Refused(
                f"'{archive}' cannot be read as a ZIP archive: pack the CSV files again without a "
                "password, or give their folder or an XLSX workbook.",
                "other_kind",
            ) from None
        yield room


def _unpack(packed: zipfile.ZipFile, archive: Path, room: Path) -> None:
    files = [each for each in packed.infolist() if not _of_a_system(each)]
    if sum(each.file_size for each in files) > MOST_BYTES:
        raise Refused(
            f"'{archive}' holds more than {MOST_BYTES // 1024**3} GB: give the folder of its files."
        )
    for each in files:
        target = room / PurePosixPath(each.filename).name
        if target.exists():
            raise Refused(
                f"'{archive}' holds two files called '{target.name}': leave one of them out, "
                "and pack it again."
            )
        with packed.open(each) as inside, target.open("wb") as outside:
            shutil.copyfileobj(inside, outside)


def _of_a_system(each: zipfile.ZipInfo) -> bool:
    """Whether an entry is a folder, or what macOS packs beside each file."""
    parts = PurePosixPath(each.filename).parts
    return each.is_dir() or not parts or "__MACOSX" in parts or parts[-1].startswith(".")
