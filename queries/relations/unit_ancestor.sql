-- Each unit with every unit that it is part of, itself included.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and ancestor_id
-- Columns
--   org_id          text     unit
--   ancestor_id     text     the unit itself, its parent, and so on
-- Tables
--   org_unit
with recursive ancestors as (
    select
        org_unit.org_id,
        org_unit.org_id as ancestor_id
    from org_unit
    union
    select
        ancestors.org_id,
        org_unit.parent_id as ancestor_id
    from ancestors
    inner join org_unit on ancestors.ancestor_id = org_unit.org_id
    where org_unit.parent_id is not null
)
select
    ancestors.org_id,
    ancestors.ancestor_id
from ancestors
