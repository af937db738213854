"""The Wilson interval of a share, so that a small centre is not compared by its luck."""

from __future__ import annotations

from math import sqrt

Z95 = 1.959964  # two-sided 95 per cent of the normal distribution


def wilson(numerator: float, denominator: float) -> tuple[float, float]:
    """Return the 95 % interval of a share, both ends 0 to 1.

    Args:
        numerator: what is counted, from 0 to the denominator.
        denominator: out of how many, above 0. The visit dose counts expected
            visits, which need not be whole.

    Raises:
        ValueError: the share is not one.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209.
    """
    if not 0 <= numerator <= denominator or denominator <= 0:
        raise ValueError(f"{numerator!r} of {denominator!r} is not a share.")
    share, z2 = numerator / denominator, Z95 * Z95
    centre = share + z2 / (2 * denominator)
    spread = Z95 * sqrt(share * (1 - share) / denominator + z2 / (4 * denominator * denominator))
    scale = 1 + z2 / denominator
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)
