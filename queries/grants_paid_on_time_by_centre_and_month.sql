-- Grants approved in the month whose deadline of payment has passed.
--
-- Parameters
--   as_of           date     last day that is counted
-- Grain
--   one row per org_id, month and result, zero rows left out
-- Columns
--   org_id          text     centre of the family
--   month           date     month of the decision
--   result          text     on_time: paid in full by the deadline; unknown:
--                            so, but receipt of a payment not confirmed; late
--   grants          integer  grants
--   families        integer  distinct families
-- Tables
--   grant_decision, grant_request, grant_payment, case_file
with approvals as (
    select
        grant_decision.request_id,
        grant_request.case_id,
        case_file.org_id,
        cast(date_trunc('month', grant_decision.decided_on) as date) as month,
        grant_decision.approved,
        grant_request.requested_on
        + case when grant_request.urgency = 'emergency' then 5 else 10 end
            as deadline
    from grant_decision
    inner join grant_request
        on grant_decision.request_id = grant_request.request_id
    inner join case_file on grant_request.case_id = case_file.case_id
    where grant_decision.decision in ('approved', 'partial')
),

payments as (
    select
        approvals.request_id,
        sum(grant_payment.amount - grant_payment.returned) as paid,
        count(*) - count(grant_payment.receipt_confirmed_on) as unconfirmed
    from approvals
    inner join grant_payment
        on
            approvals.request_id = grant_payment.request_id
            and grant_payment.status in ('paid', 'returned')
            and grant_payment.paid_on <= approvals.deadline
    group by approvals.request_id
),

grants as (
    select
        approvals.case_id,
        approvals.org_id,
        approvals.month,
        case
            when coalesce(payments.paid, 0) < approvals.approved then 'late'
            when payments.unconfirmed > 0 then 'unknown'
            else 'on_time'
        end as result
    from approvals
    left join payments on approvals.request_id = payments.request_id
    where approvals.deadline < :as_of
)
select
    grants.org_id,
    grants.month,
    grants.result,
    count(*) as grants,
    count(distinct grants.case_id) as families
from grants
group by grants.org_id, grants.month, grants.result
