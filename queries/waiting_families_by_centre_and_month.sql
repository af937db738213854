-- Families waiting at the end of each month, by days waited.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and days_waited, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   days_waited     integer  days since the wait began
--   families        integer  families
-- Tables
--   reporting_month, case_file, case_status
select
    case_file.org_id,
    reporting_month.month,
    reporting_month.day - case_status.valid_from as days_waited,
    count(*) as families
from case_status
inner join case_file on case_status.case_id = case_file.case_id
inner join reporting_month
    on
        case_status.valid_from <= reporting_month.day
        and case_file.intake_on <= reporting_month.day
        and (
            case_status.valid_to is null
            or case_status.valid_to > reporting_month.day
        )
where case_status.status = 'waiting'
group by
    case_file.org_id,
    reporting_month.month,
    reporting_month.day - case_status.valid_from
