-- Savers who passed a core course in the month.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and previous_month, zero rows left out; a saver
--   is counted once in a period by taking the rows whose previous month lies
--   before it
-- Columns
--   org_id          text     centre of the savers
--   month           date     first day of the month
--   previous_month  date     month of the saver's core course before, or empty
--   savers          integer  savers
-- Tables
--   worker, training_record, training_course
with months_passed as (
    select distinct
        worker.org_id,
        worker.worker_id,
        cast(date_trunc('month', training_record.completed_on) as date)
            as month
    from training_record
    inner join worker on training_record.worker_id = worker.worker_id
    inner join training_course
        on training_record.course_code = training_course.course_code
    where
        worker.role = 'saver'
        and training_course.is_core
        and training_record.result = 'passed'
        and training_record.completed_on is not null
),

with_previous as (
    select
        months_passed.org_id,
        months_passed.month,
        lag(months_passed.month) over (
            partition by months_passed.worker_id
            order by months_passed.month
        ) as previous_month
    from months_passed
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
