"""The benchmark measures what there is."""

from dashboard.bench.filters import PAGES
from dashboard.views import VIEWS


def test_every_page_is_measured() -> None:
    assert PAGES == tuple(view.name for view in VIEWS)
