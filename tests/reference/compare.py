"""Lay two sets of machine output beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .figures import Figure

FIELDS = ("numerator", "denominator", "missing", "value", "median", "p90")
# Both sides are sums of the same amounts, added in another order.
CLOSE = 1e-9

Key = tuple[str, str, str | None]


def differences(
    product: Mapping[Key, Mapping], reference: Mapping[Key, Figure], close: float = CLOSE
) -> Iterator[str]:
    """Yield one line for each row or field on which they differ."""
    for key in sorted(product.keys() | reference.keys(), key=str):
        if key not in product:
            yield f"{key}: only the reference has this row"
        elif key not in reference:
            yield f"{key}: only the product has this row"
        else:
            yield from _fields(key, product[key], reference[key], close)


def _fields(key: Key, row: Mapping, figure: Figure, close: float) -> Iterator[str]:
    for field in FIELDS:
        ours, theirs = row.get(field), getattr(figure, field)
        if not _same(ours, theirs, close):
            expected = None if theirs is None else float(theirs)
            yield f"{key} {field}: product {ours}, reference {expected}"


def _same(ours: object, theirs: object, close: float) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return abs(float(ours) - float(theirs)) <= close * max(1.0, abs(float(theirs)))
