-- Grant requests of the month, by what was decided and why.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month, decision and reason, zero rows left out
-- Columns
--   org_id          text     centre of the family
--   month           date     month of the request
--   decision        text     approved, partial, rejected, withdrawn, undecided
--   reason          text     why not in full, or none
--   requests        integer  requests
-- Tables
--   grant_request, grant_decision, case_file
select
    case_file.org_id,
    cast(date_trunc('month', grant_request.requested_on) as date) as month,
    coalesce(grant_decision.decision, 'undecided') as decision,
    coalesce(grant_decision.reason, 'none') as reason,
    count(*) as requests
from grant_request
inner join case_file on grant_request.case_id = case_file.case_id
left join grant_decision
    on grant_request.request_id = grant_decision.request_id
group by
    case_file.org_id,
    cast(date_trunc('month', grant_request.requested_on) as date),
    coalesce(grant_decision.decision, 'undecided'),
    coalesce(grant_decision.reason, 'none')
