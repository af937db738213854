-- Families on the programme at the end of each month, by status.
with months as (
    select
        cast(first_day as date) as month,
        cast(first_day + interval '1 month' as date) - 1 as day
    from generate_series(
        timestamp '2024-01-01', timestamp '2026-06-01', interval '1 month'
    ) as series (first_day)
)
select
    case_file.org_id,
    months.month,
    case_status.status,
    count(distinct case_file.case_id) as families
from case_status
inner join case_file on case_status.case_id = case_file.case_id
inner join months
    on
        case_status.valid_from <= months.day
        and (
            case_status.valid_to is null or case_status.valid_to > months.day
        )
where case_status.status in ('active', 'outreach', 'paused')
group by case_file.org_id, months.month, case_status.status;

-- Families on the programme at the end of each month, by stage and level.
with months as (
    select
        cast(first_day as date) as month,
        cast(first_day + interval '1 month' as date) - 1 as day
    from generate_series(
        timestamp '2024-01-01', timestamp '2026-06-01', interval '1 month'
    ) as series (first_day)
),

families as (
    select
        case_file.case_id,
        case_file.org_id,
        months.month,
        months.day,
        max(child.birth_on) as born_on
    from case_status
    inner join case_file on case_status.case_id = case_file.case_id
    inner join months
        on
            case_status.valid_from <= months.day
            and (
                case_status.valid_to is null
                or case_status.valid_to > months.day
            )
    left join child
        on
            case_file.case_id = child.case_id
            and child.birth_on <= months.day
            and (
                child.with_family_to is null
                or child.with_family_to > months.day
            )
    where case_status.status in ('active', 'outreach', 'paused')
    group by
        case_file.case_id, case_file.org_id, months.month, months.day
)
select
    families.org_id,
    families.month,
    case_level.level,
    case
        when families.born_on is null then 'pregnancy'
        when families.born_on + interval '12 months' > families.day then 'first'
        when
            families.born_on + interval '24 months' > families.day
            then 'second'
        else 'over_24'
    end as stage,
    count(*) as families
from families
left join case_level
    on
        families.case_id = case_level.case_id
        and case_level.valid_from <= families.day
        and (
            case_level.valid_to is null or case_level.valid_to > families.day
        )
group by families.org_id, families.month, case_level.level, stage;

-- Families that closed, by reason.
select
    case_file.org_id,
    date_trunc('month', closure.closed_on) as month,
    closure.reason,
    count(*) as families
from closure
inner join case_file on closure.case_id = case_file.case_id
group by case_file.org_id, month, closure.reason;

-- Referrals, by source and days to the first contact.
select
    referral.org_id,
    date_trunc('month', referral.received_on) as month,
    referral.source,
    referral.decision,
    referral.first_contact_on - referral.received_on as days,
    count(*) as referrals
from referral
where referral.duplicate_of is null
group by
    referral.org_id, month, referral.source, referral.decision, days;

-- Families on the programme on any day of the month, and those new in it.
with months as (
    select
        cast(first_day as date) as month,
        cast(first_day + interval '1 month' as date) - 1 as day
    from generate_series(
        timestamp '2024-01-01', timestamp '2026-06-01', interval '1 month'
    ) as series (first_day)
)
select
    case_file.org_id,
    months.month,
    count(distinct case_file.case_id) as families,
    count(distinct case_file.case_id) filter (
        where case_file.opened_on >= months.month
    ) as new_families
from case_status
inner join case_file on case_status.case_id = case_file.case_id
inner join months
    on
        case_status.valid_from <= months.day
        and (
            case_status.valid_to is null or case_status.valid_to > months.month
        )
where case_status.status in ('active', 'outreach', 'paused')
group by case_file.org_id, months.month;

-- Families still on the programme six and twelve months after their first visit.
with first_visits as (
    select
        visit.case_id,
        min(visit.visited_on) as visited_on
    from visit
    where
        visit.outcome = 'completed'
        and visit.mode in ('home', 'centre', 'other_in_person')
    group by visit.case_id
)
select
    case_file.org_id,
    date_trunc('month', first_visits.visited_on) as month,
    spans.months,
    count(*) as families,
    count(case_status.case_id) as retained
from first_visits
inner join case_file on first_visits.case_id = case_file.case_id
cross join (values (6), (12)) as spans (months)
left join case_status
    on
        first_visits.case_id = case_status.case_id
        and case_status.status in ('active', 'outreach', 'paused')
        and case_status.valid_from
        <= first_visits.visited_on + spans.months * interval '1 month'
        and (
            case_status.valid_to is null
            or case_status.valid_to
            > first_visits.visited_on + spans.months * interval '1 month'
        )
group by case_file.org_id, month, spans.months;

-- Referrals of the twelve months to the end of each month, by district.
with months as (
    select
        cast(first_day as date) as month,
        cast(first_day + interval '1 month' as date) - 1 as day
    from generate_series(
        timestamp '2024-01-01', timestamp '2026-06-01', interval '1 month'
    ) as series (first_day)
)
select
    referral.area_code,
    months.month,
    count(*) as referrals
from referral
inner join months
    on
        referral.received_on <= months.day
        and referral.received_on > months.day - 365
where referral.duplicate_of is null
group by referral.area_code, months.month;
