"""Payments of grants: some in two parts, some fail and are tried again, some come back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from dashboard.case_database.contract import codes
from dashboard.case_database.synthetic.columns import NEVER, choose, code, refer, table
from dashboard.case_database.synthetic.grants import Grants
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.world import World


@dataclass(frozen=True)
class Payments:
    """Payments; `request`: row of the request."""

    request: np.ndarray
    scheduled: np.ndarray
    paid: np.ndarray
    amount: np.ndarray
    status: np.ndarray
    returned_on: np.ndarray
    returned: np.ndarray

    @property
    def net(self) -> np.ndarray:
        """Money that stayed out, in won."""
        return np.where(self.paid < NEVER, self.amount - self.returned, 0.0)


def payments(world: World, found: Grants) -> Payments:
    """Draw the payments: one or two for each approval, some tried again, some returned."""
    random = world.dice("grant_payment")
    request = np.flatnonzero((found.approved > 0) & (found.decided < NEVER))
    # What was approved in the last days is mostly not scheduled yet.
    fresh = found.decided[request] > world.days.until - 6
    request = request[~fresh | (random.random(request.size) < 0.5)]
    total, day = found.approved[request], found.scheduled[request]
    halves = (random.random(request.size) < 0.16) & (total >= 100_000)
    half = (total / 20_000).round() * 10_000
    fails = random.random(request.size) < 0.022
    failed, whole = np.flatnonzero(fails), np.arange(request.size)
    second = np.flatnonzero(halves)
    # In this order: payments that fail, first or only ones, second halves.
    place = np.concatenate([failed, whole, second])
    later = [np.zeros(failed.size), np.where(fails, 6, 0), np.full(second.size, 30)]
    scheduled = world.days.working(day[place] + np.concatenate(later).astype(int))
    amount = np.concatenate(
        [
            np.where(halves, half, total)[failed],
            np.where(halves, half, total),
            (total - half)[second],
        ]
    )
    paid = world.days.working(scheduled + random.geometric(0.7, place.size) - 1)
    paid[: failed.size] = NEVER
    paid = world.days.known(paid)
    comes_back = (paid < NEVER) & (random.random(place.size) < 0.028)
    back_on = world.days.known(np.where(comes_back, paid + random.integers(4, 45, place.size), NEVER))
    part = np.where(random.random(place.size) < 0.5, amount, (amount / 20_000).round() * 10_000)
    word = {name: code("grant_payment", "status", name) for name in codes("grant_payment", "status")}
    status = np.where(paid < NEVER, word["paid"], word["scheduled"])
    status = np.where(back_on < NEVER, word["returned"], status)
    status[: failed.size] = np.where(
        scheduled[: failed.size] <= world.days.until, word["failed"], word["scheduled"]
    )
    back = np.where(back_on < NEVER, part, 0.0)
    return Payments(request[place], scheduled, paid, amount, status, back_on, back)


def grant_payment(world: World, found: Payments, ids: pa.Array) -> pa.Table:
    """Return the payments; most families confirm the receipt."""
    random = world.dice("grant_payment receipt")
    count = found.request.size
    confirms = (found.paid < NEVER) & (random.random(count) < 0.91)
    confirmed = np.where(confirms, found.paid + random.geometric(0.25, count), NEVER)
    return table(
        "grant_payment",
        payment_id=keys("Y", count, 6, world.seed),
        request_id=refer(ids, found.request),
        scheduled_on=found.scheduled,
        paid_on=found.paid,
        amount=found.amount,
        currency=["KRW"] * count,
        method=choose(
            random,
            count,
            "grant_payment",
            "method",
            {"bank": 0.56, "vendor": 0.24, "voucher": 0.14, "in_kind": 0.06},
        ),
        status=found.status,
        returned_on=found.returned_on,
        returned=found.returned,
        receipt_confirmed_on=world.days.known(confirmed),
    )
