-- Visits that families received of those that the model requires.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and stage, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   stage           text     stage of the family on the month's day
--   expected        double precision  visits that the model requires
--   received        double precision  completed visits, capped for each family
--                                     and month at what is expected of it
--   families        integer  families with a visit expected
--   well_visited    integer  of these, with 15 days in scope or more, those
--                            with three quarters of their visits or more
--   less_visited    integer  of the same, those with less
-- Tables
--   reporting_month, on_programme, case_level, required_visits,
--   visit_month, family_stage
with stretches as (
    select
        on_programme.case_id,
        on_programme.org_id,
        reporting_month.month,
        reporting_month.days as days_of_month,
        least(
            on_programme.end_day,
            coalesce(case_level.valid_to, date '9999-12-31'),
            required_visits.end_day,
            reporting_month.day + 1
        )
        - greatest(
            on_programme.first_day,
            case_level.valid_from,
            required_visits.first_day,
            reporting_month.month
        ) as days,
        required_visits.visits_per_month
    from on_programme
    inner join case_level
        on
            on_programme.case_id = case_level.case_id
            and not case_level.alternate_schedule
    inner join required_visits on case_level.level = required_visits.level
    inner join reporting_month
        on
            reporting_month.month < on_programme.end_day
            and reporting_month.day >= on_programme.first_day
            and reporting_month.day >= case_level.valid_from
            and reporting_month.day >= required_visits.first_day
    where on_programme.status = 'active'
),

-- Exact: 0.75 of what is expected is compared without a fraction of a day.
family_months as (
    select
        stretches.case_id,
        stretches.org_id,
        stretches.month,
        stretches.days_of_month,
        sum(stretches.days) as days_in_scope,
        sum(stretches.days * stretches.visits_per_month) as visits_by_days
    from stretches
    -- Only stretches that hold a day: a sum may not lose what another adds.
    where stretches.days > 0
    group by
        stretches.case_id,
        stretches.org_id,
        stretches.month,
        stretches.days_of_month
),

doses as (
    select
        family_months.org_id,
        family_months.month,
        family_stage.stage,
        cast(family_months.visits_by_days as double precision)
        / family_months.days_of_month as expected,
        coalesce(visit_month.visits, 0) as visits,
        family_months.days_in_scope >= 15 as is_long,
        4 * family_months.days_of_month * coalesce(visit_month.visits, 0)
        >= 3 * family_months.visits_by_days as is_well_visited
    from family_months
    inner join family_stage
        on
            family_months.case_id = family_stage.case_id
            and family_months.month = family_stage.month
    left join visit_month
        on
            family_months.case_id = visit_month.case_id
            and family_months.month = visit_month.month
    where family_months.visits_by_days > 0
)
select
    doses.org_id,
    doses.month,
    doses.stage,
    sum(doses.expected) as expected,
    sum(least(doses.visits, doses.expected)) as received,
    count(*) as families,
    count(*) filter (
        where doses.is_long and doses.is_well_visited
    ) as well_visited,
    count(*) filter (
        where doses.is_long and not doses.is_well_visited
    ) as less_visited
from doses
group by doses.org_id, doses.month, doses.stage
