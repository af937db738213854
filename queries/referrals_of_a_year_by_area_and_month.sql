-- New referrals of the twelve months to the end of each month, by district.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, area_code and month, zero rows left out
-- Columns
--   org_id          text     receiving centre
--   area_code       text     district where the family lives, or unknown
--   month           date     first day of the month
--   referrals       integer  referrals that repeat no earlier one
-- Tables
--   twelve_months, referral
select
    referral.org_id,
    coalesce(referral.area_code, 'unknown') as area_code,
    twelve_months.month,
    count(*) as referrals
from referral
inner join twelve_months
    on
        referral.received_on >= twelve_months.first_day
        and referral.received_on <= twelve_months.last_day
where referral.duplicate_of is null
group by
    referral.org_id,
    coalesce(referral.area_code, 'unknown'),
    twelve_months.month
