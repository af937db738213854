"""A bar on the console for work that takes more than a moment."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def bar(description: str) -> Iterator[Callable[[float], None]]:
    """Show a bar on standard error and yield what moves it.

    The yielded function takes the share of the work that is done, 0 to 1.
    Where standard error is no terminal nothing is drawn.
    """
    layout = "{desc}: {percentage:3.0f}%|{bar}| {elapsed}"
    with tqdm(total=100, desc=description, bar_format=layout, disable=None, file=sys.stderr) as drawn:

        def move(share: float) -> None:
            drawn.update(max(0.0, min(100.0, 100 * share) - drawn.n))

        yield move
