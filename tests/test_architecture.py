"""The layers stay layers: which part of the house may import which, without exceptions."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1] / "dashboard"

# Each room, and the rooms (or single modules of a room) that it may import.
DEFINITIONS = (
    "indicators.definitions",
    "indicators.measures",
    "periods",
    "indicators.registry",
    "indicators.record_quality",
)
WORDS = ("i18n", *DEFINITIONS)
PUBLISHED = ("privacy", *WORDS)
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "refusal": (),
    "periods": (),
    "settings": ("refusal", "i18n.languages"),
    "case_database": ("refusal", "i18n.places", "periods"),
    "snapshot": ("case_database", "refusal"),
    "keeper": ("snapshot", "case_database", "settings", "refusal"),
    "indicators": ("snapshot", "case_database", "periods", "refusal"),
    "privacy": ("indicators", "periods", "snapshot", "case_database.contract"),
    "i18n": (*DEFINITIONS, "case_database.contract"),
    "fonts": ("i18n",),
    "charts": ("fonts.scripts", *PUBLISHED),
    "sentences": PUBLISHED,
    "exports": ("sentences", *PUBLISHED),
    "session": PUBLISHED,
    "views": ("session", "charts", "sentences", "exports", "refusal", *PUBLISHED),
    "server": (
        "i18n",
        "fonts",
        "keeper",
        "charts",
        "session",
        "settings",
        "refusal",
        "indicators.definitions",
        "indicators.figures",
        "privacy.desk",
        "privacy.profiles",
    ),
    "app": (
        "views",
        "session",
        "keeper",
        "server",
        "settings",
        "refusal",
        "charts.style",
        "sentences.question",
        "sentences.exchange",
        "snapshot",
        "indicators.figures",
        *PUBLISHED,
    ),
    "asgi": ("server",),
    "bench": ("case_database", "views", "refusal"),
    "commands": (
        "settings",
        "case_database",
        "indicators.machine",
        "i18n.code_names.quality",
        "keeper",
        "server",
        "bench",
        "refusal",
    ),
    "__main__": ("commands", "settings", "refusal"),
}
STREAMLIT = ("app", "session", "views", "asgi", "server", "bench")


def modules() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def name_of(module: Path) -> str:
    parts = module.relative_to(HOUSE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(module: Path) -> set[str]:
    """Return the full names that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def allowed(target: str, room: str) -> bool:
    rooms = (room, *MAY_IMPORT[room])
    return any(target == name or target.startswith(f"{name}.") for name in rooms)


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_a_module_imports_only_what_its_room_may(module: Path) -> None:
    room = name_of(module).split(".")[0]
    if not room:
        return
    own = {name.removeprefix("dashboard.") for name in imports(module) if name.startswith("dashboard.")}
    assert not {name for name in own if not allowed(name, room)}


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_streamlit_stays_at_the_top(module: Path) -> None:
    room = name_of(module).split(".")[0]
    uses = any(name.split(".")[0] == "streamlit" for name in imports(module))
    assert not uses or room in STREAMLIT


def test_every_room_is_in_the_table() -> None:
    rooms = {name_of(module).split(".")[0] for module in modules()} - {""}
    assert rooms <= set(MAY_IMPORT)


def test_an_import_that_is_not_allowed_is_seen() -> None:
    assert not allowed("snapshot.take", "charts")
    assert not allowed("indicators.figures.Figures", "sentences")
    assert allowed("privacy.published.Published", "charts")
