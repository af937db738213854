-- The organisation tree.
--
-- Parameters
--   none
-- Grain
--   one row per org_id
-- Columns
--   org_id          text     unit
--   parent_id       text     its parent, empty for the programme
--   level           text     programme, region or centre
--   area_code       text     district or province that it serves, or empty
--   launched_on     date     first day of service, or empty
--   closed_on       date     first day no longer in service, or empty
-- Tables
--   org_unit
select
    org_unit.org_id,
    org_unit.parent_id,
    org_unit.level,
    org_unit.area_code,
    org_unit.launched_on,
    org_unit.closed_on
from org_unit
