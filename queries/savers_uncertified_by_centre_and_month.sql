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
--   saver_visit_day, certification
with uncertified_months as (
    select distinct
        saver_visit_day.worker_id,
        saver_visit_day.org_id,
        cast(date_trunc('month', saver_visit_day.visited_on) as date) as month
    from saver_visit_day
    where not exists (
        select certification.worker_id
        from certification
        where
            certification.worker_id = saver_visit_day.worker_id
            and certification.issued_on <= saver_visit_day.visited_on
            and (
                certification.expires_on is null
                or certification.expires_on >= saver_visit_day.visited_on
            )
            and (
                certification.revoked_on is null
                or certification.revoked_on > saver_visit_day.visited_on
            )
    )
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
