"""A synthetic case database: believable, the same for a seed, nobody's data.

The families come first; what they need decides the posts, and from both follow
visits, grants and everything else. Each subject is a module that draws whole
columns at once; no loop runs over families.
"""

from __future__ import annotations

from dashboard.case_database.synthetic.making import UNTIL, generate, parts
from dashboard.case_database.synthetic.writing import write

__all__ = ["UNTIL", "generate", "parts", "write"]
