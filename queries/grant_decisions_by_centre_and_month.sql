-- Grant requests of the month that are decided, by days until the decision.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and days_to_decision, zero rows left out
-- Columns
--   org_id          text     centre of the family
--   month           date     month of the request
--   days_to_decision  integer  days from the request to the decision
--   requests        integer  requests
-- Tables
--   grant_request, grant_decision, case_file
select
    case_file.org_id,
    cast(date_trunc('month', grant_request.requested_on) as date) as month,
    grant_decision.decided_on - grant_request.requested_on as days_to_decision,
    count(*) as requests
from grant_request
inner join case_file on grant_request.case_id = case_file.case_id
inner join grant_decision
    on grant_request.request_id = grant_decision.request_id
group by
    case_file.org_id,
    cast(date_trunc('month', grant_request.requested_on) as date),
    grant_decision.decided_on - grant_request.requested_on
