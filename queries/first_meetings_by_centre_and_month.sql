-- New referrals received in the month whose days for a first meeting have passed.
--
-- Parameters
--   as_of           date     last day that is counted
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     receiving centre
--   month           date     month of the referral
--   referrals       integer  contacted, and not found ineligible
--   in_time         integer  of these, met in person within 14 days
-- Tables
--   referral
select
    referral.org_id,
    cast(date_trunc('month', referral.received_on) as date) as month,
    count(*) as referrals,
    count(*) filter (
        where referral.first_face_on <= referral.received_on + 14
    ) as in_time
from referral
where
    referral.duplicate_of is null
    and referral.first_contact_on is not null
    and referral.decision <> 'ineligible'
    and referral.received_on + 14 < :as_of
group by
    referral.org_id,
    cast(date_trunc('month', referral.received_on) as date)
