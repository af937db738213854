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
-- Tables
--   reporting_month, on_programme, case_level, service_level,
--   visit_month, family_stage
with expected_visits as (
    select
        on_programme.case_id,
        on_programme.org_id,
        reporting_month.month,
        sum(
            cast(
                least(
                    on_programme.end_day,
                    coalesce(case_level.valid_to, date '9999-12-31'),
                    coalesce(service_level.valid_to, date '9999-12-31'),
                    reporting_month.day + 1
                )
                - greatest(
                    on_programme.first_day,
                    case_level.valid_from,
                    service_level.valid_from,
                    reporting_month.month
                ) as double precision
            )
            / reporting_month.days
            * service_level.visits_per_month
        ) as expected
    from on_programme
    inner join case_level
        on
            on_programme.case_id = case_level.case_id
            and not case_level.alternate_schedule
    inner join service_level on case_level.level = service_level.level
    inner join reporting_month
        on
            reporting_month.month < on_programme.end_day
            and reporting_month.day >= on_programme.first_day
            and reporting_month.day >= case_level.valid_from
            and reporting_month.day >= service_level.valid_from
    where
        on_programme.status = 'active'
        -- Only stretches that hold a day: a sum may not lose what another adds.
        and least(
            on_programme.end_day,
            coalesce(case_level.valid_to, date '9999-12-31'),
            coalesce(service_level.valid_to, date '9999-12-31'),
            reporting_month.day + 1
        )
        > greatest(
            on_programme.first_day,
            case_level.valid_from,
            service_level.valid_from,
            reporting_month.month
        )
    group by
        on_programme.case_id,
        on_programme.org_id,
        reporting_month.month
)
select
    expected_visits.org_id,
    expected_visits.month,
    family_stage.stage,
    sum(expected_visits.expected) as expected,
    sum(
        least(
            coalesce(visit_month.visits, 0),
            expected_visits.expected
        )
    ) as received,
    count(*) as families
from expected_visits
inner join family_stage
    on
        expected_visits.case_id = family_stage.case_id
        and expected_visits.month = family_stage.month
left join visit_month
    on
        expected_visits.case_id = visit_month.case_id
        and expected_visits.month = visit_month.month
where expected_visits.expected > 0
group by
    expected_visits.org_id,
    expected_visits.month,
    family_stage.stage
