-- Savers with visits enough in the 90 days to the end of each month, and those observed.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre of the savers
--   month           date     first day of the month
--   savers          integer  in service, with 5 completed visits or more
--   observed        integer  of these, with an observed visit held
-- Tables
--   reporting_month, saver_visit_day, worker, supervision
with busy_savers as (
    select
        worker.worker_id,
        worker.org_id,
        reporting_month.month,
        reporting_month.day
    from worker
    inner join reporting_month
        on
            worker.dispatch_ready_on <= reporting_month.day
            and (
                worker.ended_on is null
                or worker.ended_on > reporting_month.day
            )
    inner join saver_visit_day
        on
            worker.worker_id = saver_visit_day.worker_id
            and saver_visit_day.visited_on > reporting_month.day - 90
            and saver_visit_day.known_on <= reporting_month.day
    group by
        worker.worker_id,
        worker.org_id,
        reporting_month.month,
        reporting_month.day
    having sum(saver_visit_day.visits) >= 5
),

observed_savers as (
    select distinct
        busy_savers.worker_id,
        busy_savers.month
    from busy_savers
    inner join supervision
        on
            busy_savers.worker_id = supervision.worker_id
            and supervision.kind = 'observed_visit'
            and supervision.held_on > busy_savers.day - 90
            and supervision.held_on <= busy_savers.day
)
select
    busy_savers.org_id,
    busy_savers.month,
    count(*) as savers,
    count(observed_savers.worker_id) as observed
from busy_savers
left join observed_savers
    on
        busy_savers.worker_id = observed_savers.worker_id
        and busy_savers.month = observed_savers.month
group by busy_savers.org_id, busy_savers.month
