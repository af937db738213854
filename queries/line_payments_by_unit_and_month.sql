-- Net paid on budget lines in the three months that last ended by each month's day.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and months_back, zero rows left out
-- Columns
--   org_id          text     unit that holds the lines, of any fiscal year
--   month           date     month of the stock
--   months_back     integer  0 for the latest month that has ended, then 1, 2
--   paid            double precision  net paid in that month, as it stood on
--                                     the day
-- Tables
--   reporting_month, budget_line, payment_movement
with ended_months as (
    select
        reporting_month.month,
        reporting_month.day,
        months_back.months_back,
        cast(
            case
                -- A month counts from its last day on.
                when
                    reporting_month.day - reporting_month.month + 1
                    = reporting_month.days
                    then reporting_month.month
                else
                    cast(reporting_month.month - interval '1 month' as date)
            end
            - months_back.months_back * interval '1 month' as date
        ) as paid_month
    from reporting_month
    cross join (
        select cast(steps.step as integer) as months_back
        from generate_series(0, 2) as steps (step)
    ) as months_back
)
select
    budget_line.org_id,
    ended_months.month,
    ended_months.months_back,
    cast(sum(payment_movement.amount) as double precision) as paid
from ended_months
inner join payment_movement
    on
        payment_movement.paid_on >= ended_months.paid_month
        and payment_movement.paid_on
        < cast(ended_months.paid_month + interval '1 month' as date)
        and payment_movement.moved_on <= ended_months.day
inner join budget_line on payment_movement.line_id = budget_line.line_id
group by
    budget_line.org_id,
    ended_months.month,
    ended_months.months_back
