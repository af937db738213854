"""What is wrong with a case database, all of it, before the sentence that refuses it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dashboard.refusal import Refused

if TYPE_CHECKING:
    from sqlalchemy import URL


@contextmanager
def listed(url: URL) -> Iterator[None]:
    """Print the findings of a refusal on standard error; refuse what nobody has foreseen.

    Raises:
        Refused: as from within; an error of the database, whose words are not repeated.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from dashboard.case_database.trouble import unexpected

    try:
        yield
    except Refused as refused:
        if refused.findings is not None:
            print("\n".join(refused.findings.lines()), file=sys.stderr)
        raise
    except SQLAlchemyError as error:
        raise unexpected(url, error) from None
