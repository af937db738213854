-- Families supported in the twelve months to the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per unit_id and month, zero rows left out; medians cannot be
--   added up, so each unit has rows of its own
-- Columns
--   unit_id         text     centre, region or programme
--   month           date     first day of the month
--   families        integer  families with a net amount above 0
--   median          double precision  median net amount of a family
--   p90             double precision  90th percentile of the same
-- Tables
--   twelve_months, payment_movement, unit_ancestor
with family_amounts as (
    select
        payment_movement.org_id,
        payment_movement.case_id,
        twelve_months.month,
        cast(sum(payment_movement.amount) as double precision) as amount
    from payment_movement
    inner join twelve_months
        on
            payment_movement.paid_on >= twelve_months.first_day
            and payment_movement.paid_on <= twelve_months.last_day
    group by
        payment_movement.org_id,
        payment_movement.case_id,
        twelve_months.month
)
select
    unit_ancestor.ancestor_id as unit_id,
    family_amounts.month,
    count(*) as families,
    percentile_cont(0.5) within group (
        order by family_amounts.amount
    ) as median,
    percentile_cont(0.9) within group (
        order by family_amounts.amount
    ) as p90
from family_amounts
inner join unit_ancestor on family_amounts.org_id = unit_ancestor.org_id
where family_amounts.amount > 0
group by unit_ancestor.ancestor_id, family_amounts.month
