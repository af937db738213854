"""Messages are constants in the code: what is put together stands in no catalogue."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

import dashboard

SOURCES = sorted(Path(dashboard.__file__).parent.rglob("*.py"))
MARKING = {"N_", "NP_", "NN_", "NNP_"}
ASKING = MARKING | {"gettext", "pgettext", "ngettext", "npgettext"}
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.Module)


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def texts(call: ast.Call) -> list[ast.expr]:
    """Return the arguments of a call that are messages or contexts, without the count."""
    return call.args[:-1] if name_of(call) in ("ngettext", "npgettext") else call.args


def within(scope: ast.AST) -> list[ast.AST]:
    """Return the nodes of a function or module, without those of functions in it."""
    found = []
    for node in ast.iter_child_nodes(scope):
        found.append(node)
        if not isinstance(node, SCOPES):
            found += within(node)
    return found


def put_together(text: ast.expr | None) -> bool:
    """Whether a text is an f-string, a sum, a % or the result of format, join or replace."""
    if isinstance(text, ast.Call):
        return isinstance(text.func, ast.Attribute) and text.func.attr in ("format", "join", "replace")
    return isinstance(text, (ast.JoinedStr, ast.BinOp))


def constant(text: ast.expr) -> bool:
    return isinstance(text, ast.Constant) and isinstance(text.value, str)


def taken(text: ast.expr, building: set[str]) -> bool:
    """Whether a message is taken from constants that were marked where they stand.

    Two constants in one call ("a" if … else "b") are none: only one would be collected.

    Args:
        building: names that hold a text put together.
    """
    if isinstance(text, ast.IfExp):
        return taken(text.body, building) and taken(text.orelse, building)
    if isinstance(text, ast.Call):
        return isinstance(text.func, ast.Attribute) and text.func.attr == "get"
    if isinstance(text, ast.Name):
        return text.id not in building
    return isinstance(text, (ast.Attribute, ast.Subscript, ast.Starred))


def built(tree: ast.AST) -> list[int]:
    """Return the lines of calls whose message is not constant: no catalogue can hold it."""
    return sorted(
        line for scope in ast.walk(tree) if isinstance(scope, SCOPES) for line in built_within(within(scope))
    )


def built_within(nodes: list[ast.AST]) -> list[int]:
    building = {
        target.id
        for node in nodes
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr))
        and (put_together(node.value) or isinstance(node, ast.AugAssign))
        for target in getattr(node, "targets", [getattr(node, "target", None)])
        if isinstance(target, ast.Name)
    }
    return [
        node.lineno
        for node in nodes
        if isinstance(node, ast.Call) and name_of(node) in ASKING
        for text in texts(node)
        if not (constant(text) or (name_of(node) not in MARKING and taken(text, building)))
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_message_is_a_constant(path):
    lines = built(ast.parse(path.read_text(encoding="utf-8")))
    assert lines == [], f"{path.name}: messages are constants with {{placeholders}}; see lines {lines}"


@pytest.mark.parametrize(
    "code",
    [
        'words.gettext(f"{n} visits")',
        'words.gettext("a" + b)',
        'words.gettext("a %s" % b)',
        'words.gettext("{n}".format(n=1))',
        'words.gettext(" ".join(parts))',
        'words.gettext("a" if b else "c")',
        'words.pgettext(f"{context}", "a")',
        'words.ngettext("%d" % n, "x", n)',
        'N_("a %s" % b)',
        "N_(text)",
        'text = f"{n} visits"; words.gettext(text)',
        'text = "a"; text += b; words.gettext(text)',
        'def say(words):\n text = "a {n}".format(n=1)\n return words.gettext(text)',
    ],
)
def test_a_message_put_together_is_seen(code):
    assert len(built(ast.parse(code))) == 1


@pytest.mark.parametrize(
    "code",
    [
        'words.gettext("{n} visits").format(n=3)',
        "words.gettext(MESSAGES[status])",
        "words.gettext(row.label)",
        'words.ngettext("{n} visit", "{n} visits", len(visits) + 1)',
        'def a():\n text = f"{n}"\ndef b(text):\n words.gettext(text)',
    ],
)
def test_constants_are_let_pass(code):
    assert built(ast.parse(code)) == []


def unused(codes: list[str]) -> list[str]:
    """Return the constants of modules that hold messages and are named nowhere else."""
    names = Counter(name for code in codes for name in re.findall(r"\w+", code))
    return [
        target.id
        for code in codes
        for node in ast.parse(code).body
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and marks(node)
        for target in getattr(node, "targets", [getattr(node, "target", None)])
        if isinstance(target, ast.Name) and names[target.id] == 1
    ]


def marks(node: ast.AST) -> bool:
    return any(isinstance(call, ast.Call) and name_of(call) in MARKING for call in ast.walk(node))


def test_every_marked_message_is_used():
    assert unused([path.read_text(encoding="utf-8") for path in SOURCES]) == []


def test_a_marked_message_that_nothing_uses_is_seen():
    assert unused(['A = N_("a")\nB = N_("b")\n', "print(B)"]) == ["A"]
