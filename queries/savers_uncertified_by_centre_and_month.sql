-- Savers with a visit on a day without a valid certificate, at the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and last_visit_month, zero rows left out
-- Columns
--   org_id          text     centre of the savers
--   month           date     first day of the month
--   last_visit_month  date   month of the last such visit known by the day
--   savers          integer  savers
-- Tables
--   reporting_month, saver_visit_day, certification
with uncertified_days as (
    select
        saver_visit_day.worker_id,
        saver_visit_day.org_id,
        saver_visit_day.visited_on,
        saver_visit_day.known_on
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

last_visits as (
    select
        uncertified_days.worker_id,
        uncertified_days.org_id,
        reporting_month.month,
        max(uncertified_days.visited_on) as visited_on
    from uncertified_days
    inner join reporting_month
        on uncertified_days.known_on <= reporting_month.day
    group by
        uncertified_days.worker_id,
        uncertified_days.org_id,
        reporting_month.month
)
select
    last_visits.org_id,
    last_visits.month,
    cast(date_trunc('month', last_visits.visited_on) as date)
        as last_visit_month,
    count(*) as savers
from last_visits
group by
    last_visits.org_id,
    last_visits.month,
    cast(date_trunc('month', last_visits.visited_on) as date)
