-- Advances due and not settled at the end of each month, by days since they were due.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and age, zero rows left out
-- Columns
--   org_id          text     unit that holds the advance
--   month           date     first day of the month
--   age             text     le30, 31_60 or gt60: days since it was due
--   unsettled       double precision  advanced less spent and handed back
-- Tables
--   reporting_month, advance, settlement
with due_advances as (
    select
        advance.advance_id,
        advance.org_id,
        advance.amount,
        reporting_month.month,
        reporting_month.day,
        reporting_month.day - advance.settle_due_on as days
    from advance
    inner join reporting_month
        on
            advance.settle_due_on < reporting_month.day
            and advance.advanced_on <= reporting_month.day
),

settled_advances as (
    select
        due_advances.advance_id,
        due_advances.month,
        sum(settlement.spent + settlement.returned) as settled
    from due_advances
    inner join settlement
        on
            due_advances.advance_id = settlement.advance_id
            and settlement.settled_on <= due_advances.day
            and settlement.accepted_on <= due_advances.day
    group by due_advances.advance_id, due_advances.month
),

unsettled_advances as (
    select
        due_advances.org_id,
        due_advances.month,
        case
            when due_advances.days <= 30 then 'le30'
            when due_advances.days <= 60 then '31_60'
            else 'gt60'
        end as age,
        due_advances.amount - coalesce(settled_advances.settled, 0)
            as unsettled
    from due_advances
    left join settled_advances
        on
            due_advances.advance_id = settled_advances.advance_id
            and due_advances.month = settled_advances.month
)
select
    unsettled_advances.org_id,
    unsettled_advances.month,
    unsettled_advances.age,
    cast(sum(unsettled_advances.unsettled) as double precision) as unsettled
from unsettled_advances
where unsettled_advances.unsettled > 0
group by
    unsettled_advances.org_id,
    unsettled_advances.month,
    unsettled_advances.age
