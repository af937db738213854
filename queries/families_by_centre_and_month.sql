-- Families on the programme at the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month, status, stage, level and entry_stage,
--   zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   status          text     active, outreach or paused
--   stage           text     stage of the family on the day
--   level           text     service level on the day, or unknown
--   entry_stage     text     prenatal or postnatal
--   families        integer  families
-- Tables
--   family_month
select
    family_month.org_id,
    family_month.month,
    family_month.status,
    family_month.stage,
    family_month.level,
    family_month.entry_stage,
    count(*) as families
from family_month
group by
    family_month.org_id,
    family_month.month,
    family_month.status,
    family_month.stage,
    family_month.level,
    family_month.entry_stage
