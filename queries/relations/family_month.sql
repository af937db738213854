-- Families on the programme on the day of each month, with what holds that day.
--
-- Parameters
--   none
-- Grain
--   one row per case_id and month
-- Columns
--   case_id         text     family
--   org_id          text     centre
--   month           date     first day of the month
--   day             date     the day of the month's stocks
--   status          text     active, outreach or paused
--   stage           text     stage of the family
--   level           text     service level, or unknown
--   entry_stage     text     prenatal or postnatal
--   in_scope        boolean  active, and its level has no schedule of its own
--   points          numeric(6,2)  caseload points, or empty without a level
--   max_gap_days    integer  days after which it counts as unseen, or empty
--   stay_from       date     first day of the unbroken stay on the programme
--   saver_id        text     saver assigned on the day, or empty
-- Tables
--   reporting_month, on_programme, programme_stay, family_stage, case_file,
--   case_level, service_level, case_assignment
select
    on_programme.case_id,
    on_programme.org_id,
    reporting_month.month,
    reporting_month.day,
    on_programme.status,
    family_stage.stage,
    coalesce(case_level.level, 'unknown') as level,
    case_file.entry_stage,
    on_programme.status = 'active'
    and coalesce(not case_level.alternate_schedule, false) as in_scope,
    case
        when on_programme.status = 'active' then service_level.weight
        else 0.5
    end as points,
    service_level.max_gap_days,
    programme_stay.first_day as stay_from,
    case_assignment.worker_id as saver_id
from on_programme
inner join reporting_month
    on
        on_programme.first_day <= reporting_month.day
        and on_programme.end_day > reporting_month.day
inner join case_file
    on
        on_programme.case_id = case_file.case_id
        -- On an earlier day no row of the family is there yet.
        and case_file.intake_on <= reporting_month.day
inner join programme_stay
    on
        on_programme.case_id = programme_stay.case_id
        and programme_stay.first_day <= reporting_month.day
        and programme_stay.end_day > reporting_month.day
inner join family_stage
    on
        on_programme.case_id = family_stage.case_id
        and reporting_month.month = family_stage.month
left join case_level
    on
        on_programme.case_id = case_level.case_id
        and case_level.valid_from <= reporting_month.day
        and (
            case_level.valid_to is null
            or case_level.valid_to > reporting_month.day
        )
left join service_level
    on
        case_level.level = service_level.level
        and service_level.valid_from <= reporting_month.day
        and (
            service_level.valid_to is null
            or service_level.valid_to > reporting_month.day
        )
left join case_assignment
    on
        on_programme.case_id = case_assignment.case_id
        and case_assignment.duty = 'saver'
        and case_assignment.valid_from <= reporting_month.day
        and (
            case_assignment.valid_to is null
            or case_assignment.valid_to > reporting_month.day
        )
