-- Caseload points of families at the end of each month, and of 90 days later.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   points          double precision  points of all families on the programme
--   families        integer  these families
--   born            double precision  points that births within 90 days add
--   families_born   integer  families that expect them
--   leaving         double precision  points of families whose youngest child
--                                     turns 24 months within 90 days
--   families_leaving  integer  these families
-- Tables
--   family_month, family_stage, service_level
with families as (
    select
        family_month.org_id,
        family_month.month,
        cast(coalesce(family_month.points, 0) as double precision) as points,
        cast(
            coalesce(service_level.weight, 0) as double precision
        ) as weight_after_birth,
        family_month.status = 'active'
        and coalesce(
            family_stage.due_on <= family_month.day + 90, false
        ) as expects,
        family_stage.due_on is null
        and coalesce(
            family_stage.youngest_born_on + interval '24 months'
            > family_month.day
            and family_stage.youngest_born_on + interval '24 months'
            <= family_month.day + 90,
            false
        ) as leaves
    from family_month
    inner join family_stage
        on
            family_month.case_id = family_stage.case_id
            and family_month.month = family_stage.month
    left join service_level
        on
            service_level.level = 'intensive'
            and service_level.valid_from <= family_month.day
            and (
                service_level.valid_to is null
                or service_level.valid_to > family_month.day
            )
)
select
    families.org_id,
    families.month,
    sum(families.points) as points,
    count(*) as families,
    coalesce(
        sum(families.weight_after_birth - families.points) filter (
            where families.expects
        ),
        0
    ) as born,
    count(*) filter (where families.expects) as families_born,
    coalesce(
        sum(families.points) filter (where families.leaves), 0
    ) as leaving,
    count(*) filter (where families.leaves) as families_leaving
from families
group by families.org_id, families.month
