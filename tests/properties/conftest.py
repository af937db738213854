"""How far the property tests look: the same examples at every run, so that a failure is no chance."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# Each example writes a database and counts it whole, which takes most of a second.
settings.register_profile(
    "steady",
    max_examples=6,  # each takes one to three snapshots
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("steady")
