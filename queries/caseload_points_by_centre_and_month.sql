-- Caseload points of families on the programme at the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre of the families
--   month           date     first day of the month
--   points          double precision  points of families with a saver
--   families        integer  families with a saver
--   level_unknown   integer  of these, active without a level
--   without_saver   integer  families without a saver
-- Tables
--   family_month
select
    family_month.org_id,
    family_month.month,
    coalesce(
        sum(cast(family_month.points as double precision)) filter (
            where family_month.saver_id is not null
        ),
        0
    ) as points,
    count(*) filter (where family_month.saver_id is not null) as families,
    count(*) filter (
        where
            family_month.saver_id is not null
            and family_month.status = 'active'
            and family_month.level = 'unknown'
    ) as level_unknown,
    count(*) filter (where family_month.saver_id is null) as without_saver
from family_month
group by family_month.org_id, family_month.month
