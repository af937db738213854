-- Rows that each load brought.
--
-- Parameters
--   none
-- Grain
--   one row per load_id
-- Columns
--   load_id         integer  load
--   row_count       integer  rows loaded
-- Tables
--   data_load
select
    data_load.load_id,
    data_load.row_count
from data_load
