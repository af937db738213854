-- Stretches of days on which a family is on the programme, by status.
--
-- Parameters
--   none
-- Grain
--   one row per family and row of its status history that holds a day
-- Columns
--   case_id         text     family
--   org_id          text     centre
--   status          text     active, outreach or paused
--   first_day       date     first day
--   end_day         date     first day no longer so; 9999-12-31 while it runs
-- Tables
--   case_file, case_status
with stretches as (
    select
        case_file.case_id,
        case_file.org_id,
        case_status.status,
        -- May lie before the intake: once the family is there, all of it is.
        case_status.valid_from as first_day,
        coalesce(case_status.valid_to, date '9999-12-31') as end_day
    from case_status
    inner join case_file on case_status.case_id = case_file.case_id
    where case_status.status in ('active', 'outreach', 'paused')
)
select
    stretches.case_id,
    stretches.org_id,
    stretches.status,
    stretches.first_day,
    stretches.end_day
from stretches
where stretches.first_day < stretches.end_day
