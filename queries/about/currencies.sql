-- Currencies of the budget lines, the most frequent first.
--
-- Parameters
--   none
-- Grain
--   one row per currency
-- Columns
--   currency        text     ISO 4217
--   lines           integer  budget lines
-- Tables
--   budget_line
select
    budget_line.currency,
    count(*) as lines
from budget_line
group by budget_line.currency
order by lines desc, budget_line.currency asc
