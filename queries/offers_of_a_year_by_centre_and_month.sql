-- Offers of the twelve months to the end of each month, as they stood on its day.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     receiving centre
--   month           date     first day of the month
--   decided         integer  with an outcome by the day
--   accepted        integer  of these, accepted
-- Tables
--   reporting_month, referral
select
    referral.org_id,
    reporting_month.month,
    count(*) as decided,
    count(*) filter (where referral.decision = 'accepted') as accepted
from reporting_month
inner join referral
    on
        referral.offered_on
        >= cast(reporting_month.month - interval '11 months' as date)
        and referral.offered_on <= reporting_month.day
        and referral.received_on <= reporting_month.day
where
    referral.duplicate_of is null
    and referral.decision <> 'pending'
    -- Before the day of its outcome a referral was pending.
    and (
        referral.decided_on is null
        or referral.decided_on <= reporting_month.day
    )
group by referral.org_id, reporting_month.month
