"""The benchmark measures what there is, and its statements run on both engines."""

from dashboard.bench import scans


def test_every_scan_by_hand_begins_with_its_question():
    for statement in scans.statements():
        assert statement.startswith("-- ")
        assert statement.count("-- ") == 1, statement


def test_every_scan_by_hand_runs_on_both_engines(world, address):
    world(case_file=[{}], case_status=[{}], worker=[{}], visit_plan=[{}], visit=[{"plan_visit_id": "VP"}])
    rows = dict(zip(scans.statements(), scans.ask(address), strict=True))
    statement = next(statement for statement in rows if "still on the programme" in statement)
    # One family, six and twelve months after its first visit.
    assert rows[statement] == 2


def test_a_question_that_takes_longer_than_it_may_is_given_up(new_schema, monkeypatch):
    monkeypatch.setattr(scans, "statements", lambda: ["select pg_sleep(5)"])
    assert scans.ask(new_schema(), statement_seconds=1) is None
