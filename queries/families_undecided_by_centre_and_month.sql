-- Families with a request undecided for over 14 days at the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and last_visit_month, zero rows left out
-- Columns
--   org_id          text     centre of the families
--   month           date     first day of the month
--   last_visit_month  date   month of the last completed visit by the day
--   families        integer  families; those never visited are left out
-- Tables
--   reporting_month, grant_request, grant_decision, case_file, visit_month
with undecided_families as (
    select distinct
        grant_request.case_id,
        case_file.org_id,
        reporting_month.month
    from grant_request
    inner join case_file on grant_request.case_id = case_file.case_id
    left join grant_decision
        on grant_request.request_id = grant_decision.request_id
    inner join reporting_month
        on
            reporting_month.day - grant_request.requested_on > 14
            and (
                grant_decision.decided_on is null
                or grant_decision.decided_on > reporting_month.day
            )
),

last_visits as (
    select
        undecided_families.case_id,
        undecided_families.org_id,
        undecided_families.month,
        max(visit_month.month) as last_visit_month
    from undecided_families
    inner join visit_month
        on
            undecided_families.case_id = visit_month.case_id
            and visit_month.month <= undecided_families.month
    group by
        undecided_families.case_id,
        undecided_families.org_id,
        undecided_families.month
)
select
    last_visits.org_id,
    last_visits.month,
    last_visits.last_visit_month,
    count(*) as families
from last_visits
group by
    last_visits.org_id,
    last_visits.month,
    last_visits.last_visit_month
