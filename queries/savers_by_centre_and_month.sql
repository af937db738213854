-- Savers in service at the end of each month, and those who left.
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
--   left_12m        integer  savers who ended in the twelve months to the day
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
        reporting_month.day,
        worker.dispatch_ready_on <= reporting_month.day
        and (
            worker.ended_on is null
            or worker.ended_on > reporting_month.day
        ) as in_service,
        worker.ended_on >= cast(
            reporting_month.month - interval '11 months' as date
        )
        and worker.ended_on <= reporting_month.day as left_12m
    from worker
    cross join reporting_month
    where worker.role = 'saver'
)
select
    savers.org_id,
    savers.month,
    count(*) filter (where savers.in_service) as savers,
    coalesce(
        sum(cast(worker_capacity.fte as double precision)) filter (
            where savers.in_service
        ),
        0
    ) as fte,
    count(*) filter (
        where
            savers.in_service
            and saver_points.points > worker_capacity.max_points
    ) as above_ceiling,
    count(*) filter (
        where savers.in_service and worker_capacity.supervisor_id is not null
    ) as supervised,
    count(*) filter (where savers.left_12m) as left_12m
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
where savers.in_service or savers.left_12m
group by savers.org_id, savers.month
