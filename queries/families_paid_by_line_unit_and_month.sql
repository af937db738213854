-- Families paid on budget lines from 1 January to the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, centre_id, month and category, zero rows left out
-- Columns
--   org_id          text     unit that holds the lines
--   centre_id       text     centre of the families
--   month           date     first day of the month
--   category        text     category of the lines, or all
--   families        integer  distinct families
-- Tables
--   budget_line_month, payment_movement
select
    budget_line_month.org_id,
    payment_movement.org_id as centre_id,
    budget_line_month.month,
    coalesce(budget_line_month.category, 'all') as category,
    count(distinct payment_movement.case_id) as families
from budget_line_month
inner join payment_movement
    on
        budget_line_month.line_id = payment_movement.line_id
        and payment_movement.paid_on
        >= cast(date_trunc('year', budget_line_month.month) as date)
        and payment_movement.paid_on <= budget_line_month.day
        and payment_movement.moved_on <= budget_line_month.day
group by
    grouping sets (
        (
            budget_line_month.org_id,
            payment_movement.org_id,
            budget_line_month.month,
            budget_line_month.category
        ),
        (
            budget_line_month.org_id,
            payment_movement.org_id,
            budget_line_month.month
        )
    )
