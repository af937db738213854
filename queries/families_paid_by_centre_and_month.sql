-- Families with a payment in the month, and the month of their payment before.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month, previous_month and category, zero rows left
--   out; a family is counted once in a period by taking the rows whose previous
--   month lies before it
-- Columns
--   org_id          text     centre of the families
--   month           date     month of the payment
--   previous_month  date     month of the family's payment before, or empty
--   category        text     category of both payments, or all
--   families        integer  families
-- Tables
--   payment_movement
with months_paid as (
    select distinct
        payment_movement.org_id,
        payment_movement.case_id,
        payment_movement.category,
        cast(date_trunc('month', payment_movement.paid_on) as date) as month
    from payment_movement
),

months_of_categories as (
    select
        months_paid.org_id,
        months_paid.case_id,
        months_paid.category,
        months_paid.month
    from months_paid
    union
    select
        months_paid.org_id,
        months_paid.case_id,
        'all' as category,
        months_paid.month
    from months_paid
),

with_previous as (
    select
        months_of_categories.org_id,
        months_of_categories.category,
        months_of_categories.month,
        lag(months_of_categories.month) over (
            partition by
                months_of_categories.case_id,
                months_of_categories.category
            order by months_of_categories.month
        ) as previous_month
    from months_of_categories
)
select
    with_previous.org_id,
    with_previous.month,
    with_previous.previous_month,
    with_previous.category,
    count(*) as families
from with_previous
group by
    with_previous.org_id,
    with_previous.month,
    with_previous.previous_month,
    with_previous.category
