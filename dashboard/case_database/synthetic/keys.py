"""Keys that tell nothing: random to look at, each one once, the same for a seed."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

LETTERS = np.frombuffer(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ", dtype=np.uint8)


def keys(prefix: str, count: int, length: int, seed: int, first: int = 0) -> pa.Array:
    """Return `count` keys such as C-7QK2M.

    Args:
        length: letters after the prefix; 32 ** length keys exist.
        first: how many keys of this prefix were made before.

    Raises:
        ValueError: there are not so many keys of that length.
    """
    bits = 5 * length
    if first + count > 1 << bits:
        raise ValueError(f"There are fewer than {first + count} keys of {length} letters.")
    numbers = _mixed(np.arange(first, first + count, dtype=np.uint64), bits, prefix, seed)
    start = prefix.encode() + b"-"
    text = np.empty((count, len(start) + length), dtype=np.uint8)
    text[:, : len(start)] = np.frombuffer(start, dtype=np.uint8)
    for place in range(length):
        text[:, len(start) + place] = LETTERS[(numbers >> np.uint64(5 * place)) & np.uint64(31)]
    offsets = np.arange(count + 1, dtype=np.int32) * text.shape[1]
    return pa.StringArray.from_buffers(count, pa.py_buffer(offsets), pa.py_buffer(text.ravel()))


def _mixed(numbers: np.ndarray, bits: int, prefix: str, seed: int) -> np.ndarray:
    """Shuffle the numbers below 2 ** bits: each step can be undone, so none meets another."""
    mask = np.uint64((1 << bits) - 1)
    random = np.random.default_rng([seed, *prefix.encode()])
    numbers = (numbers + random.integers(1 << bits, dtype=np.uint64)) & mask
    for factor in random.integers(1 << bits, size=3, dtype=np.uint64) | np.uint64(1):
        numbers = (numbers * factor) & mask
        numbers ^= numbers >> np.uint64((bits + 1) // 2)
    return numbers
