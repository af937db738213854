-- Targets that have a value.
--
-- Parameters
--   none
-- Grain
--   one row per indicator_id, org_id and valid_from
-- Columns
--   indicator_id    text     for example V2
--   org_id          text     unit that the target binds
--   valid_from      date     first day
--   valid_to        date     first day no longer valid, or empty
--   target          double precision  in the indicator's own unit
--   amber           double precision  where attention starts, or empty
--   basis           text     programme, external or provisional
--   source_ref      text     document or source, or empty
-- Tables
--   indicator_target
select
    indicator_target.indicator_id,
    indicator_target.org_id,
    indicator_target.valid_from,
    indicator_target.valid_to,
    cast(indicator_target.target as double precision) as target,
    cast(indicator_target.amber as double precision) as amber,
    indicator_target.basis,
    indicator_target.source_ref
from indicator_target
where indicator_target.target is not null
