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
with ages as (
    select
        unpaid_approval.org_id,
        unpaid_approval.case_id,
        unpaid_approval.month,
        unpaid_approval.unpaid,
        case
            when unpaid_approval.days <= 7 then 'le7'
            when unpaid_approval.days <= 14 then '8_14'
            else 'gt14'
        end as age
    from unpaid_approval
)
select
    ages.org_id,
    ages.month,
    coalesce(ages.age, 'all') as age,
    cast(sum(ages.unpaid) as double precision) as unpaid,
    count(distinct ages.case_id) as families
from ages
group by
    grouping sets (
        (ages.org_id, ages.month, ages.age),
        (ages.org_id, ages.month)
    )
