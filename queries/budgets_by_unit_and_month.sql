-- Budget lines of the fiscal year to the end of each month: budget, plan, paid.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and category, zero rows left out
-- Columns
--   org_id          text     unit that holds the lines
--   month           date     first day of the month
--   category        text     category of the lines
--   budget          double precision  newest approved amounts on the day
--   planned         double precision  planned to date
--   paid            double precision  net paid from 1 January to the day, as
--                                     it stood on the day
--   lines           integer  lines
--   unphased        integer  of these, planned evenly for want of phases
-- Tables
--   budget_line_month, payment_movement
with line_payments as (
    select
        budget_line_month.line_id,
        budget_line_month.month,
        sum(payment_movement.amount) as paid
    from budget_line_month
    inner join payment_movement
        on
            budget_line_month.line_id = payment_movement.line_id
            and payment_movement.paid_on
            >= cast(date_trunc('year', budget_line_month.month) as date)
            and payment_movement.paid_on <= budget_line_month.day
            and payment_movement.moved_on <= budget_line_month.day
    group by budget_line_month.line_id, budget_line_month.month
)
select
    budget_line_month.org_id,
    budget_line_month.month,
    budget_line_month.category,
    cast(sum(budget_line_month.budget) as double precision) as budget,
    sum(budget_line_month.planned) as planned,
    cast(
        coalesce(sum(line_payments.paid), 0) as double precision
    ) as paid,
    count(*) as lines,
    count(*) filter (where not budget_line_month.phased) as unphased
from budget_line_month
left join line_payments
    on
        budget_line_month.line_id = line_payments.line_id
        and budget_line_month.month = line_payments.month
group by
    budget_line_month.org_id,
    budget_line_month.month,
    budget_line_month.category
