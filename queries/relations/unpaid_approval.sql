-- Approved requests that are not paid in full, at the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per request_id and month with something unpaid
-- Columns
--   request_id      text     request
--   case_id         text     family
--   org_id          text     centre of the family
--   line_id         text     budget line of the decision, or empty
--   month           date     first day of the month
--   age             text     le7, 8_14 or gt14: days since the decision
--   unpaid          numeric(15,2)  approved less net paid, above 0
-- Tables
--   reporting_month, grant_decision, grant_request, case_file,
--   grant_payment, payment_movement
with returned_requests as (
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

paid_requests as (
    select
        payment_movement.request_id,
        sum(payment_movement.amount) as paid,
        max(payment_movement.moved_on) as moved_on
    from payment_movement
    group by payment_movement.request_id
),

approvals as (
    select
        grant_decision.request_id,
        grant_request.case_id,
        case_file.org_id,
        grant_decision.line_id,
        grant_decision.decided_on,
        grant_decision.approved,
        greatest(
            grant_decision.decided_on,
            grant_request.requested_on,
            case_file.intake_on
        ) as first_day,
        -- Once all is paid and nothing moves any more, nothing is left to ask.
        least(
            coalesce(returned_requests.returned_on, date '9999-12-31'),
            case
                when paid_requests.paid >= grant_decision.approved
                    then paid_requests.moved_on
                else date '9999-12-31'
            end
        ) as end_day
    from grant_decision
    inner join grant_request
        on grant_decision.request_id = grant_request.request_id
    inner join case_file on grant_request.case_id = case_file.case_id
    left join returned_requests
        on grant_decision.request_id = returned_requests.request_id
    left join paid_requests
        on grant_decision.request_id = paid_requests.request_id
    where
        grant_decision.decision in ('approved', 'partial')
        and grant_decision.approved > 0
),

approvals_by_month as (
    select
        approvals.request_id,
        approvals.case_id,
        approvals.org_id,
        approvals.line_id,
        approvals.approved,
        approvals.decided_on,
        reporting_month.month,
        reporting_month.day
    from approvals
    inner join reporting_month
        on
            approvals.first_day <= reporting_month.day
            and approvals.end_day > reporting_month.day
),

payments_to_date as (
    select
        approvals_by_month.request_id,
        approvals_by_month.month,
        sum(payment_movement.amount) as paid
    from approvals_by_month
    inner join payment_movement
        on
            approvals_by_month.request_id = payment_movement.request_id
            and payment_movement.paid_on <= approvals_by_month.day
            and payment_movement.moved_on <= approvals_by_month.day
    group by approvals_by_month.request_id, approvals_by_month.month
)
select
    approvals_by_month.request_id,
    approvals_by_month.case_id,
    approvals_by_month.org_id,
    approvals_by_month.line_id,
    approvals_by_month.month,
    case
        when approvals_by_month.day - approvals_by_month.decided_on <= 7
            then 'le7'
        when approvals_by_month.day - approvals_by_month.decided_on <= 14
            then '8_14'
        else 'gt14'
    end as age,
    approvals_by_month.approved - coalesce(payments_to_date.paid, 0) as unpaid
from approvals_by_month
left join payments_to_date
    on
        approvals_by_month.request_id = payments_to_date.request_id
        and approvals_by_month.month = payments_to_date.month
where approvals_by_month.approved > coalesce(payments_to_date.paid, 0)
