-- Supervision sessions that fell due in the month.
--
-- Parameters
--   as_of           date     sessions due before it count
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre of the supervised worker
--   month           date     month in which the session was due
--   sessions        integer  individual and group sessions
--   held            integer  of these, held
-- Tables
--   supervision, worker
select
    worker.org_id,
    cast(date_trunc('month', supervision.due_on) as date) as month,
    count(*) as sessions,
    count(supervision.held_on) as held
from supervision
inner join worker on supervision.worker_id = worker.worker_id
where
    supervision.kind in ('individual', 'group')
    and supervision.due_on < :as_of
group by
    worker.org_id,
    cast(date_trunc('month', supervision.due_on) as date)
