-- Referrals to which the programme was offered in the month, by what came of it.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     receiving centre
--   month           date     month of the offer
--   decided         integer  with an outcome
--   accepted        integer  of these, accepted
--   pending         integer  without an outcome
-- Tables
--   referral
select
    referral.org_id,
    cast(date_trunc('month', referral.offered_on) as date) as month,
    count(*) filter (where referral.decision <> 'pending') as decided,
    count(*) filter (where referral.decision = 'accepted') as accepted,
    count(*) filter (where referral.decision = 'pending') as pending
from referral
where
    referral.duplicate_of is null
    and referral.offered_on is not null
group by
    referral.org_id,
    cast(date_trunc('month', referral.offered_on) as date)
