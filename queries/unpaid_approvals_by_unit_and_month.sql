-- Approved and not yet paid on lines of the fiscal year, at the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and category, zero rows left out
-- Columns
--   org_id          text     unit that holds the line
--   month           date     first day of the month
--   category        text     category of the line
--   unpaid          double precision  approved less paid, of each request
--                                     where above 0
-- Tables
--   budget_line_month, grant_decision, grant_request, case_file,
--   grant_payment, payment_movement
with approvals as (
    select
        budget_line_month.org_id,
        budget_line_month.month,
        budget_line_month.day,
        budget_line_month.category,
        grant_decision.request_id,
        grant_decision.approved
    from budget_line_month
    inner join grant_decision
        on
            budget_line_month.line_id = grant_decision.line_id
            and grant_decision.decided_on <= budget_line_month.day
    inner join grant_request
        on
            grant_decision.request_id = grant_request.request_id
            and grant_request.requested_on <= budget_line_month.day
    inner join case_file
        on
            grant_request.case_id = case_file.case_id
            and case_file.intake_on <= budget_line_month.day
    where grant_decision.decision in ('approved', 'partial')
),

returned_requests as (
    select
        grant_payment.request_id,
        -- Until both days have come, the payment reads as scheduled or paid.
        min(
            greatest(
                grant_payment.paid_on,
                grant_payment.returned_on,
                date '1900-01-01'
            )
        ) as returned_on
    from grant_payment
    where grant_payment.status = 'returned'
    group by grant_payment.request_id
),

payments_to_date as (
    select
        approvals.request_id,
        approvals.month,
        sum(payment_movement.amount) as paid
    from approvals
    inner join payment_movement
        on
            approvals.request_id = payment_movement.request_id
            and payment_movement.paid_on <= approvals.day
            and payment_movement.moved_on <= approvals.day
    group by approvals.request_id, approvals.month
)
select
    approvals.org_id,
    approvals.month,
    approvals.category,
    cast(
        sum(
            greatest(
                approvals.approved - coalesce(payments_to_date.paid, 0),
                0
            )
        ) as double precision
    ) as unpaid
from approvals
left join returned_requests
    on
        approvals.request_id = returned_requests.request_id
        and returned_requests.returned_on <= approvals.day
left join payments_to_date
    on
        approvals.request_id = payments_to_date.request_id
        and approvals.month = payments_to_date.month
where returned_requests.request_id is null
group by approvals.org_id, approvals.month, approvals.category
