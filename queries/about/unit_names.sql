-- Names of the units in each language.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and lang
-- Columns
--   org_id          text     unit
--   lang            text     ko, en, ja, zh or fr
--   name            text     full name
--   short_name      text     name for charts and filters, or empty
-- Tables
--   org_label
select
    org_label.org_id,
    org_label.lang,
    org_label.name,
    org_label.short_name
from org_label
