"""The layers stay layers: which part of the house may import which, without exceptions."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1] / "dashboard"

# Each room, and the rooms (or single modules of a room) that it may import.
DEFINITIONS = ("indicators.definitions", "periods", "indicators.registry", "indicators.record_quality")
WORDS = ("i18n", "measures", "messages", *DEFINITIONS)
PUBLISHED = ("privacy", *WORDS)
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "refusal": (),
    "sizes": (),
    "resources": (),
    "periods": (),
    "messages": (),
    "measures": ("messages",),
    "places": (),
    "kept": (),
    "workroom": (),
    "settings": ("refusal", "resources", "sizes", "i18n.languages"),
    "case_database": ("refusal", "resources", "sizes", "places", "periods", "messages", "workroom"),
    "snapshot": ("case_database", "refusal", "workroom"),
    "keeper": ("snapshot", "case_database", "settings", "refusal", "privacy.desks", "privacy.profiles"),
    "indicators": ("snapshot", "case_database", "measures", "messages", "periods", "refusal"),
    "privacy": (
        "indicators",
        "kept",
        "measures",
        "periods",
        "snapshot",
        "case_database.contract",
        "workroom",
    ),
    "i18n": ("measures", "messages", "periods", "places", "resources", "case_database.contract"),
    "fonts": ("i18n", "places", "resources"),
    "charts": ("fonts.scripts", *PUBLISHED),
    "sentences": PUBLISHED,
    "cards": ("sentences", *PUBLISHED),
    "exports": ("cards", "sentences", "case_database.contract", *PUBLISHED),
    "session": ("sentences.question", *PUBLISHED),
    "views": ("session", "charts", "cards", "sentences", "exports", "kept", "refusal", *PUBLISHED),
    "server": (
        "i18n",
        "fonts",
        "keeper",
        "charts",
        "session",
        "settings",
        "resources",
        "refusal",
        "indicators.definitions",
        "privacy.desks",
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
        *PUBLISHED,
    ),
    "asgi": ("server",),
    "bench": (
        "case_database",
        "snapshot",
        "keeper",
        "session",
        "cards",
        "sentences",
        "views",
        "refusal",
        *PUBLISHED,
    ),
    "commands": (
        "settings",
        "case_database",
        "indicators.machine",
        "i18n",
        "messages",
        "exports",
        "keeper",
        "indicators.figures",
        "periods",
        "privacy.account",
        "privacy.desks",
        "privacy.profiles",
        "privacy.release",
        "privacy.sheet",
        "snapshot",
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
    """Return the full names that a module imports, anywhere in it: at its top, in a function, for types."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def graph() -> dict[str, set[str]]:
    """Return each module and those of the house that it imports."""
    names = {name_of(module) for module in modules()} - {""}
    return {
        name_of(module): {found for target in imports(module) if (found := holder(target, names))}
        for module in modules()
    }


def holder(target: str, names: set[str]) -> str:
    """Return the module that holds a full name, empty where it is none of the house."""
    own = target.removeprefix("dashboard.") if target.startswith("dashboard.") else ""
    while own and own not in names:
        own = own.rpartition(".")[0]
    return own


def circle(imported: dict[str, set[str]]) -> list[str]:
    """Return parts that import each other around, the first again at the end; none if all have an order."""
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as error:
        return error.args[1]
    return []


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


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle(graph()) == []


def test_the_rooms_stand_above_each_other() -> None:
    assert circle({room: {each.split(".")[0] for each in below} for room, below in MAY_IMPORT.items()}) == []


def test_a_circle_is_seen() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})
    assert holder("dashboard.privacy.desk.desk", {"privacy", "privacy.desk"}) == "privacy.desk"
