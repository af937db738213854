-- Savers with a completed visit in the month on a day without a valid certificate.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and previous_month, zero rows left out; a saver
--   is counted once in a period by taking the rows whose previous month lies
--   before it
-- Columns
--   org_id          text     centre of the savers
--   month           date     month of the visit
--   previous_month  date     month of the saver's such visit before, or empty
--   savers          integer  savers
-- Tables
--   completed_visit, worker, certification
with visit_days as (
    select distinct
        completed_visit.worker_id,
        worker.org_id,
        completed_visit.visited_on
    from completed_visit
    inner join worker on completed_visit.worker_id = worker.worker_id
    where worker.role = 'saver'
),

certified_days as (
    select distinct
        visit_days.worker_id,
        visit_days.visited_on
    from visit_days
    inner join certification
        on
            visit_days.worker_id = certification.worker_id
            and certification.issued_on <= visit_days.visited_on
            and (
                certification.expires_on is null
                or certification.expires_on >= visit_days.visited_on
            )
            and (
                certification.revoked_on is null
                or certification.revoked_on > visit_days.visited_on
            )
),

uncertified_months as (
    select distinct
        visit_days.worker_id,
        visit_days.org_id,
        cast(date_trunc('month', visit_days.visited_on) as date) as month
    from visit_days
    left join certified_days
        on
            visit_days.worker_id = certified_days.worker_id
            and visit_days.visited_on = certified_days.visited_on
    where certified_days.worker_id is null
),

with_previous as (
    select
        uncertified_months.org_id,
        uncertified_months.month,
        lag(uncertified_months.month) over (
            partition by uncertified_months.worker_id
            order by uncertified_months.month
        ) as previous_month
    from uncertified_months
)
select
    with_previous.org_id,
    with_previous.month,
    with_previous.previous_month,
    count(*) as savers
from with_previous
group by
    with_previous.org_id,
    with_previous.month,
    with_previous.previous_month
