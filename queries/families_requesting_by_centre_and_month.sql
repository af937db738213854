-- Families with a grant request in the month, and the month of their request before.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month, previous_month and outcome, zero rows left out;
--   a family is counted once in a period by taking the rows whose previous
--   month lies before it
-- Columns
--   org_id          text     centre of the families
--   month           date     month of the request
--   previous_month  date     month of the family's request before, or empty
--   outcome         text     decision of both requests, or reason, or all
--   families        integer  families
-- Tables
--   grant_request, grant_decision, case_file
with request_months as (
    select
        grant_request.case_id,
        case_file.org_id,
        cast(date_trunc('month', grant_request.requested_on) as date) as month,
        coalesce(grant_decision.decision, 'undecided') as decision,
        grant_decision.reason
    from grant_request
    inner join case_file on grant_request.case_id = case_file.case_id
    left join grant_decision
        on grant_request.request_id = grant_decision.request_id
),

outcome_months as (
    select
        request_months.case_id,
        request_months.org_id,
        request_months.month,
        'all' as outcome
    from request_months
    union
    select
        request_months.case_id,
        request_months.org_id,
        request_months.month,
        request_months.decision as outcome
    from request_months
    union
    select
        request_months.case_id,
        request_months.org_id,
        request_months.month,
        request_months.reason as outcome
    from request_months
    where request_months.reason is not null
),

with_previous as (
    select
        outcome_months.org_id,
        outcome_months.month,
        outcome_months.outcome,
        lag(outcome_months.month) over (
            partition by outcome_months.case_id, outcome_months.outcome
            order by outcome_months.month
        ) as previous_month
    from outcome_months
)
select
    with_previous.org_id,
    with_previous.month,
    with_previous.previous_month,
    with_previous.outcome,
    count(*) as families
from with_previous
group by
    with_previous.org_id,
    with_previous.month,
    with_previous.previous_month,
    with_previous.outcome
