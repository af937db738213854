-- Families paid in the month whom nobody visited around that payment.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and previous_month, zero rows left out; a family
--   is counted once in a period by taking the rows whose previous month lies
--   before it
-- Columns
--   org_id          text     centre of the families
--   month           date     month of the payment
--   previous_month  date     month of such a payment before, or empty
--   families        integer  families
-- Tables
--   grant_payment, grant_request, case_file, completed_visit
with payment_days as (
    select distinct
        grant_request.case_id,
        grant_payment.paid_on
    from grant_payment
    inner join grant_request
        on grant_payment.request_id = grant_request.request_id
    where
        grant_payment.status = 'paid'
        and grant_payment.paid_on is not null
),

seen_payment_days as (
    select distinct
        payment_days.case_id,
        payment_days.paid_on
    from payment_days
    inner join completed_visit
        on
            payment_days.case_id = completed_visit.case_id
            and completed_visit.visited_on >= payment_days.paid_on - 30
            and completed_visit.visited_on <= payment_days.paid_on + 30
),

unseen_months as (
    select distinct
        payment_days.case_id,
        cast(date_trunc('month', payment_days.paid_on) as date) as month
    from payment_days
    left join seen_payment_days
        on
            payment_days.case_id = seen_payment_days.case_id
            and payment_days.paid_on = seen_payment_days.paid_on
    where seen_payment_days.case_id is null
),

with_previous as (
    select
        unseen_months.case_id,
        unseen_months.month,
        lag(unseen_months.month) over (
            partition by unseen_months.case_id
            order by unseen_months.month
        ) as previous_month
    from unseen_months
)
select
    case_file.org_id,
    with_previous.month,
    with_previous.previous_month,
    count(*) as families
from with_previous
inner join case_file on with_previous.case_id = case_file.case_id
group by
    case_file.org_id,
    with_previous.month,
    with_previous.previous_month
