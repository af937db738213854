-- New referrals received in the month, and how far they have come.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month, source, stage and area_code, zero rows left out
-- Columns
--   org_id          text     receiving centre
--   month           date     first day of the month
--   source          text     who referred
--   stage           text     stage of the family at referral
--   area_code       text     district where the family lives, or unknown
--   referrals       integer  referrals that repeat no earlier one
--   contacted       integer  of these, with a first contact
--   met             integer  of these, with a first meeting in person
--   eligible        integer  of these, within the target group
--   offered         integer  of these, offered the programme
--   accepted        integer  of these, accepted
--   first_visit     integer  of these, with a completed visit of their family
--   contacted_open  integer  without an outcome, and not contacted yet
--   met_open        integer  the same: contacted, and not met yet
--   eligible_open   integer  the same: met, and not known whether eligible
--   offered_open    integer  the same: eligible, and not offered a place yet
--   accepted_open   integer  the same: offered a place
--   first_visit_open  integer  accepted, not visited yet, and not closed
-- Tables
--   referral, case_file, completed_visit, closure
with visited_referrals as (
    select distinct case_file.referral_id
    from case_file
    inner join completed_visit on case_file.case_id = completed_visit.case_id
    where case_file.referral_id is not null
),

closed_referrals as (
    select distinct case_file.referral_id
    from case_file
    inner join closure on case_file.case_id = closure.case_id
    where case_file.referral_id is not null
)
select
    referral.org_id,
    cast(date_trunc('month', referral.received_on) as date) as month,
    referral.source,
    referral.stage_at_referral as stage,
    coalesce(referral.area_code, 'unknown') as area_code,
    count(*) as referrals,
    count(referral.first_contact_on) as contacted,
    count(referral.first_face_on) as met,
    count(*) filter (where referral.eligible) as eligible,
    count(referral.offered_on) as offered,
    count(*) filter (where referral.decision = 'accepted') as accepted,
    count(visited_referrals.referral_id) as first_visit,
    count(*) filter (
        where
            referral.decision = 'pending'
            and referral.first_contact_on is null
    ) as contacted_open,
    count(*) filter (
        where
            referral.decision = 'pending'
            and referral.first_contact_on is not null
            and referral.first_face_on is null
    ) as met_open,
    count(*) filter (
        where
            referral.decision = 'pending'
            and referral.first_face_on is not null
            and referral.eligible is null
    ) as eligible_open,
    count(*) filter (
        where
            referral.decision = 'pending'
            and referral.eligible
            and referral.offered_on is null
    ) as offered_open,
    count(*) filter (
        where
            referral.decision = 'pending'
            and referral.offered_on is not null
    ) as accepted_open,
    count(*) filter (
        where
            referral.decision = 'accepted'
            and visited_referrals.referral_id is null
            and closed_referrals.referral_id is null
    ) as first_visit_open
from referral
left join visited_referrals
    on referral.referral_id = visited_referrals.referral_id
left join closed_referrals
    on referral.referral_id = closed_referrals.referral_id
where referral.duplicate_of is null
group by
    referral.org_id,
    cast(date_trunc('month', referral.received_on) as date),
    referral.source,
    referral.stage_at_referral,
    coalesce(referral.area_code, 'unknown')
