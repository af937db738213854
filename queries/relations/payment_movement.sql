-- Money that went out or came back, each movement on its own day.
--
-- Parameters
--   none
-- Grain
--   one row per payment, and one more where money came back
-- Columns
--   request_id      text     request
--   case_id         text     family
--   org_id          text     centre of the family
--   category        text     category of the request
--   line_id         text     budget line, or empty
--   paid_on         date     day of the payment
--   moved_on        date     day from which the movement counts: it has
--                            happened, and its request and family are there
--   amount          numeric(15,2)  money out; below 0 for money that came back
-- Tables
--   grant_payment, grant_decision, grant_request, case_file
with movements as (
    select
        grant_payment.request_id,
        grant_payment.paid_on,
        grant_payment.paid_on as moved_on,
        grant_payment.amount
    from grant_payment
    where
        grant_payment.status in ('paid', 'returned')
        and grant_payment.paid_on is not null
    union all
    select
        grant_payment.request_id,
        grant_payment.paid_on,
        coalesce(grant_payment.returned_on, grant_payment.paid_on) as moved_on,
        -grant_payment.returned as amount
    from grant_payment
    where
        grant_payment.status in ('paid', 'returned')
        and grant_payment.paid_on is not null
        and grant_payment.returned <> 0
)
select
    movements.request_id,
    grant_request.case_id,
    case_file.org_id,
    grant_request.category,
    grant_decision.line_id,
    movements.paid_on,
    -- A row is there from its own day on, and what hangs on it with it.
    greatest(
        movements.moved_on,
        movements.paid_on,
        grant_decision.decided_on,
        grant_request.requested_on,
        case_file.intake_on
    ) as moved_on,
    movements.amount
from movements
inner join grant_decision on movements.request_id = grant_decision.request_id
inner join grant_request on movements.request_id = grant_request.request_id
inner join case_file on grant_request.case_id = case_file.case_id
