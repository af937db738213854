-- The two largest amounts that one family has of a sum of money.
--
-- Parameters
--   none
-- Grain
--   one row per basis, org_id, month, months and code, zero rows left out; a
--   sum of a period that ends with the month, or of the month's last day
-- Columns
--   basis           text     paid, unpaid (both of the families of a centre)
--                            or budget (on the lines of a unit)
--   org_id          text     centre, or unit that holds the lines
--   month           date     first day of the last month
--   months          integer  months of the period: 1, 2, those since the
--                            quarter or the year began, or 6; 0 for a day
--   code            text     category, or age of an unpaid approval; or all
--   largest         double precision  of amounts paid or come back
--   second_largest  double precision  the next one, or 0
-- Tables
--   reporting_month, payment_movement, budget_line_month, unpaid_approval
with periods as (
    select
        reporting_month.month,
        unnest(
            list_distinct(
                [
                    1,
                    2,
                    (month(reporting_month.month) - 1) % 3 + 1,
                    case
                        when month(reporting_month.month) % 6 = 0 then 6
                        else 1
                    end,
                    month(reporting_month.month)
                ]
            )
        ) as months
    from reporting_month
),

paid_months as (
    select
        payment_movement.org_id,
        payment_movement.case_id,
        payment_movement.category,
        cast(date_trunc('month', payment_movement.paid_on) as date) as month,
        sum(payment_movement.amount) as amount
    from payment_movement
    group by
        payment_movement.org_id,
        payment_movement.case_id,
        payment_movement.category,
        cast(date_trunc('month', payment_movement.paid_on) as date)
),

family_amounts as (
    select
        'paid' as basis,
        paid_months.org_id,
        paid_months.case_id,
        periods.month,
        periods.months,
        coalesce(paid_months.category, 'all') as code,
        abs(sum(paid_months.amount)) as amount
    from paid_months
    inner join periods
        on
            paid_months.month <= periods.month
            and paid_months.month
            > periods.month - to_months(cast(periods.months as integer))
    group by
        grouping sets (
            (
                paid_months.org_id,
                paid_months.case_id,
                periods.month,
                periods.months,
                paid_months.category
            ),
            (
                paid_months.org_id,
                paid_months.case_id,
                periods.month,
                periods.months
            )
        )
    union all
    select
        'budget' as basis,
        budget_line_month.org_id,
        payment_movement.case_id,
        budget_line_month.month,
        0 as months,
        coalesce(budget_line_month.category, 'all') as code,
        abs(sum(payment_movement.amount)) as amount
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
                payment_movement.case_id,
                budget_line_month.month,
                budget_line_month.category
            ),
            (
                budget_line_month.org_id,
                payment_movement.case_id,
                budget_line_month.month
            )
        )
    union all
    select
        'unpaid' as basis,
        unpaid_approval.org_id,
        unpaid_approval.case_id,
        unpaid_approval.month,
        0 as months,
        coalesce(unpaid_approval.age, 'all') as code,
        sum(unpaid_approval.unpaid) as amount
    from unpaid_approval
    group by
        grouping sets (
            (
                unpaid_approval.org_id,
                unpaid_approval.case_id,
                unpaid_approval.month,
                unpaid_approval.age
            ),
            (
                unpaid_approval.org_id,
                unpaid_approval.case_id,
                unpaid_approval.month
            )
        )
)
select
    family_amounts.basis,
    family_amounts.org_id,
    family_amounts.month,
    cast(family_amounts.months as integer) as months,
    family_amounts.code,
    cast(max(family_amounts.amount) as double precision) as largest,
    cast(
        coalesce(max(family_amounts.amount, 2)[2], 0) as double precision
    ) as second_largest
from family_amounts
where family_amounts.amount > 0
group by
    family_amounts.basis,
    family_amounts.org_id,
    family_amounts.month,
    family_amounts.months,
    family_amounts.code
