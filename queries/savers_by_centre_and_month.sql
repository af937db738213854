-- Savers in service at the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre of the savers
--   month           date     first day of the month
--   savers          integer  savers in service on the day
--   fte             double precision  their full-time equivalents
--   above_ceiling   integer  of these, with more points than their ceiling
--   supervised      integer  of these, with a supervisor
-- Tables
--   reporting_month, worker, worker_capacity, family_month
with saver_points as (
    select
        family_month.saver_id,
        family_month.month,
        sum(family_month.points) as points
    from family_month
    where family_month.saver_id is not null
    group by family_month.saver_id, family_month.month
),

savers as (
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
    where worker.role = 'saver'
)
select
    savers.org_id,
    savers.month,
    count(*) as savers,
    coalesce(sum(cast(worker_capacity.fte as double precision)), 0) as fte,
    count(*) filter (
        where saver_points.points > worker_capacity.max_points
    ) as above_ceiling,
    count(worker_capacity.supervisor_id) as supervised
from savers
left join worker_capacity
    on
        savers.worker_id = worker_capacity.worker_id
        and worker_capacity.valid_from <= savers.day
        and (
            worker_capacity.valid_to is null
            or worker_capacity.valid_to > savers.day
        )
left join saver_points
    on
        savers.worker_id = saver_points.saver_id
        and savers.month = saver_points.month
group by savers.org_id, savers.month
