-- Distinct supervisors of the savers in service at the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per unit_id and month, zero rows left out; a supervisor of savers
--   in two centres is one in the region, so units are not added up
-- Columns
--   unit_id         text     centre, region or programme
--   month           date     first day of the month
--   supervisors     integer  distinct supervisors
-- Tables
--   reporting_month, worker, worker_capacity, unit_ancestor
select
    unit_ancestor.ancestor_id as unit_id,
    reporting_month.month,
    count(distinct worker_capacity.supervisor_id) as supervisors
from reporting_month
inner join worker
    on
        worker.role = 'saver'
        and worker.dispatch_ready_on <= reporting_month.day
        and (
            worker.ended_on is null
            or worker.ended_on > reporting_month.day
        )
inner join worker_capacity
    on
        worker.worker_id = worker_capacity.worker_id
        and worker_capacity.valid_from <= reporting_month.day
        and (
            worker_capacity.valid_to is null
            or worker_capacity.valid_to > reporting_month.day
        )
inner join unit_ancestor on worker.org_id = unit_ancestor.org_id
where worker_capacity.supervisor_id is not null
group by unit_ancestor.ancestor_id, reporting_month.month
