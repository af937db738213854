-- Points that the families waiting at the end of each month would have.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   families        integer  families waiting
--   points          double precision  their points at the level regular, if
--                                     all of them came
-- Tables
--   reporting_month, case_file, case_status, service_level
select
    case_file.org_id,
    reporting_month.month,
    count(*) as families,
    coalesce(sum(cast(service_level.weight as double precision)), 0) as points
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
left join service_level
    on
        service_level.level = 'regular'
        and service_level.valid_from <= reporting_month.day
        and (
            service_level.valid_to is null
            or service_level.valid_to > reporting_month.day
        )
where case_status.status = 'waiting'
group by case_file.org_id, reporting_month.month
