-- Approved and not yet paid at the end of each month, by days since the decision.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and age, and one of all ages, zero rows left out
-- Columns
--   org_id          text     centre of the family
--   month           date     first day of the month
--   age             text     le7, 8_14 or gt14: days since the decision; or all
--   unpaid          double precision  approved less paid, of each request
--                                     where above 0
--   families        integer  distinct families
-- Tables
--   unpaid_approval
select
    unpaid_approval.org_id,
    unpaid_approval.month,
    coalesce(unpaid_approval.age, 'all') as age,
    cast(sum(unpaid_approval.unpaid) as double precision) as unpaid,
    count(distinct unpaid_approval.case_id) as families
from unpaid_approval
group by
    grouping sets (
        (unpaid_approval.org_id, unpaid_approval.month, unpaid_approval.age),
        (unpaid_approval.org_id, unpaid_approval.month)
    )
