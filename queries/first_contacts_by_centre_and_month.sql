-- New referrals received in the month whose days for a first contact have passed.
--
-- Parameters
--   as_of           date     last day that is counted
-- Grain
--   one row per org_id, month and days_to_contact, zero rows left out
-- Columns
--   org_id          text     receiving centre
--   month           date     month of the referral
--   days_to_contact  integer  days until the first contact, or empty
--   referrals       integer  referrals that count
--   in_time         integer  of these, contacted within 2 days
--   unknown         integer  decided without a day of contact: not among them
-- Tables
--   referral
with mature_referrals as (
    select
        referral.org_id,
        cast(date_trunc('month', referral.received_on) as date) as month,
        referral.first_contact_on - referral.received_on as days_to_contact,
        referral.first_contact_on is null
        and referral.decision not in ('pending', 'unreachable') as is_unknown
    from referral
    where
        referral.duplicate_of is null
        and referral.received_on + 2 < :as_of
)
select
    mature_referrals.org_id,
    mature_referrals.month,
    mature_referrals.days_to_contact,
    count(*) filter (where not mature_referrals.is_unknown) as referrals,
    count(*) filter (where mature_referrals.days_to_contact <= 2) as in_time,
    count(*) filter (where mature_referrals.is_unknown) as unknown
from mature_referrals
group by
    mature_referrals.org_id,
    mature_referrals.month,
    mature_referrals.days_to_contact
