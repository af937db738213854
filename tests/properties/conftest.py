"""How far the property tests look: the same examples at every run, so that a failure is no chance."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Each example writes a database and counts it whole, which takes most of a second:
# few by default, as many as wanted by the variable.
EXAMPLES = int(os.environ.get("EXAMPLES", "2"))
settings.register_profile(
    "steady",
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("steady")
