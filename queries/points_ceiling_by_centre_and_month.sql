-- Caseload points that savers can carry 90 days after the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre of the savers
--   month           date     first day of the month
--   points          double precision  ceilings of savers in service who stay,
--                                     with a certificate that lasts
--   savers          integer  these savers
-- Tables
--   reporting_month, worker, worker_capacity, certification
with certified_savers as (
    select distinct
        certification.worker_id,
        reporting_month.month
    from certification
    inner join reporting_month
        on
            certification.issued_on <= reporting_month.day
            and (
                certification.revoked_on is null
                or certification.revoked_on > reporting_month.day
            )
            and (
                certification.expires_on is null
                or certification.expires_on >= reporting_month.day + 90
            )
)
select
    worker.org_id,
    reporting_month.month,
    coalesce(
        sum(cast(worker_capacity.max_points as double precision)), 0
    ) as points,
    count(*) as savers
from worker
inner join reporting_month
    on
        worker.dispatch_ready_on <= reporting_month.day
        and (
            worker.ended_on is null
            or worker.ended_on > reporting_month.day + 90
        )
inner join certified_savers
    on
        worker.worker_id = certified_savers.worker_id
        and reporting_month.month = certified_savers.month
left join worker_capacity
    on
        worker.worker_id = worker_capacity.worker_id
        and worker_capacity.valid_from <= reporting_month.day
        and (
            worker_capacity.valid_to is null
            or worker_capacity.valid_to > reporting_month.day
        )
where worker.role = 'saver'
group by worker.org_id, reporting_month.month
