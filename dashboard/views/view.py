"""One page: its name in links, its title, and what it draws beneath the sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.views.scene import Scene


@dataclass(frozen=True)
class View:
    """`name` stands in the address and is never translated; `title` is a message."""

    name: str
    title: str
    draw: Callable[[Scene], None]
