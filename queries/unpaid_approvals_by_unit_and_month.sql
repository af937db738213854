-- Approved and not yet paid on lines of the fiscal year, at the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per unit_id and month, zero rows left out; a family may wait for
--   money of several units, so each unit has rows of its own
-- Columns
--   unit_id         text     centre, region or programme that holds the lines,
--                            itself or in a unit beneath it
--   month           date     first day of the month
--   unpaid          double precision  approved less paid, of each request
--                                     where above 0
--   families        integer  distinct families
-- Tables
--   budget_line_month, unpaid_approval, unit_ancestor
select
    unit_ancestor.ancestor_id as unit_id,
    budget_line_month.month,
    cast(sum(unpaid_approval.unpaid) as double precision) as unpaid,
    count(distinct unpaid_approval.case_id) as families
from budget_line_month
inner join unpaid_approval
    on
        budget_line_month.line_id = unpaid_approval.line_id
        and budget_line_month.month = unpaid_approval.month
inner join unit_ancestor on budget_line_month.org_id = unit_ancestor.org_id
group by
    unit_ancestor.ancestor_id,
    budget_line_month.month
