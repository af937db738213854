-- Planned visits whose window closed in the month, by what became of them.
with completed as (
    select
        visit.plan_visit_id,
        min(visit.visited_on) as visited_on
    from visit
    where
        visit.outcome = 'completed'
        and visit.mode in ('home', 'centre', 'other_in_person')
        and visit.plan_visit_id is not null
    group by visit.plan_visit_id
)
select
    case_file.org_id,
    date_trunc('month', visit_plan.window_to) as month,
    visit_plan.milestone,
    count(*) as visits,
    count(*) filter (
        where completed.visited_on <= visit_plan.window_to
    ) as done_on_time,
    count(*) filter (
        where completed.visited_on <= visit_plan.expires_on
    ) as done,
    count(distinct visit_plan.case_id) as families
from visit_plan
inner join case_file on visit_plan.case_id = case_file.case_id
inner join case_status
    on
        visit_plan.case_id = case_status.case_id
        and case_status.status = 'active'
        and case_status.valid_from <= visit_plan.due_on
        and (
            case_status.valid_to is null
            or case_status.valid_to > visit_plan.due_on
        )
left join completed on visit_plan.plan_visit_id = completed.plan_visit_id
where visit_plan.window_to < date '2026-06-30' and visit_plan.waived_on is null
group by case_file.org_id, month, visit_plan.milestone;

-- Planned visits overdue at the end of each month, by days late.
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
    months.day - visit_plan.window_to as days_late,
    count(*) as visits
from visit_plan
inner join case_file on visit_plan.case_id = case_file.case_id
inner join months
    on
        visit_plan.window_to < months.day
        and visit_plan.expires_on >= months.day
left join visit
    on
        visit_plan.plan_visit_id = visit.plan_visit_id
        and visit.outcome = 'completed'
        and visit.visited_on <= months.day
where visit.visit_id is null and visit_plan.waived_on is null
group by case_file.org_id, months.month, days_late;

-- Visits that families received in each month of those that their level requires.
with months as (
    select
        cast(first_day as date) as month,
        cast(first_day + interval '1 month' as date) - 1 as day
    from generate_series(
        timestamp '2024-01-01', timestamp '2026-06-01', interval '1 month'
    ) as series (first_day)
),

expected as (
    select
        case_level.case_id,
        months.month,
        sum(
            service_level.visits_per_month
            * (
                least(
                    coalesce(case_level.valid_to, date '9999-12-31'),
                    coalesce(case_status.valid_to, date '9999-12-31'),
                    months.day + 1
                )
                - greatest(
                    case_level.valid_from, case_status.valid_from, months.month
                )
            )
            / (months.day - months.month + 1)
        ) as visits
    from case_level
    inner join case_status
        on
            case_level.case_id = case_status.case_id
            and case_status.status = 'active'
    inner join months
        on
            case_level.valid_from <= months.day
            and case_status.valid_from <= months.day
            and coalesce(case_level.valid_to, date '9999-12-31') > months.month
            and coalesce(case_status.valid_to, date '9999-12-31') > months.month
            and coalesce(case_level.valid_to, date '9999-12-31')
            > case_status.valid_from
            and coalesce(case_status.valid_to, date '9999-12-31')
            > case_level.valid_from
    inner join service_level
        on
            case_level.level = service_level.level
            and service_level.valid_to is null
    where not case_level.alternate_schedule
    group by case_level.case_id, months.month
),

received as (
    select
        visit.case_id,
        cast(date_trunc('month', visit.visited_on) as date) as month,
        count(distinct visit.visited_on) as visits
    from visit
    where
        visit.outcome = 'completed'
        and visit.mode in ('home', 'centre', 'other_in_person')
    group by visit.case_id, month
)
select
    case_file.org_id,
    expected.month,
    sum(expected.visits) as expected,
    sum(least(expected.visits, coalesce(received.visits, 0))) as received
from expected
inner join case_file on expected.case_id = case_file.case_id
left join received
    on
        expected.case_id = received.case_id
        and expected.month = received.month
group by case_file.org_id, expected.month;

-- Active families unseen for thirty days at the end of each month.
with months as (
    select
        cast(first_day as date) as month,
        cast(first_day + interval '1 month' as date) - 1 as day
    from generate_series(
        timestamp '2024-01-01', timestamp '2026-06-01', interval '1 month'
    ) as series (first_day)
),

seen as (
    select distinct
        visit.case_id,
        months.month
    from visit
    inner join months
        on
            visit.visited_on <= months.day
            and visit.visited_on > months.day - 30
    where
        visit.outcome = 'completed'
        and visit.mode in ('home', 'centre', 'other_in_person')
)
select
    case_file.org_id,
    months.month,
    count(*) as families,
    count(*) filter (where seen.case_id is null) as unseen
from case_status
inner join case_file on case_status.case_id = case_file.case_id
inner join months
    on
        case_status.valid_from <= months.day - 30
        and (
            case_status.valid_to is null or case_status.valid_to > months.day
        )
left join seen
    on case_status.case_id = seen.case_id and months.month = seen.month
where case_status.status = 'active'
group by case_file.org_id, months.month;

-- Visits recorded, by outcome, mode, reason and days to the record.
select
    case_file.org_id,
    date_trunc('month', visit.visited_on) as month,
    visit.outcome,
    visit.mode,
    visit.reason,
    visit.recorded_on - visit.visited_on as days,
    count(*) as visits,
    count(distinct visit.case_id) as families
from visit
inner join case_file on visit.case_id = case_file.case_id
group by
    case_file.org_id,
    month,
    visit.outcome,
    visit.mode,
    visit.reason,
    days;

-- Visits of the six months to the end of each month by the saver who made most.
with months as (
    select
        cast(first_day as date) as month,
        cast(first_day + interval '1 month' as date) - 1 as day
    from generate_series(
        timestamp '2024-01-01', timestamp '2026-06-01', interval '1 month'
    ) as series (first_day)
),

visitors as (
    select
        visit.case_id,
        visit.worker_id,
        months.month,
        count(*) as visits
    from visit
    inner join months
        on
            visit.visited_on <= months.day
            and visit.visited_on > months.day - 182
    where
        visit.outcome = 'completed'
        and visit.mode in ('home', 'centre', 'other_in_person')
    group by visit.case_id, visit.worker_id, months.month
),

families as (
    select
        visitors.case_id,
        visitors.month,
        sum(visitors.visits) as visits,
        max(visitors.visits) as by_same
    from visitors
    group by visitors.case_id, visitors.month
)
select
    case_file.org_id,
    families.month,
    sum(families.visits) as visits,
    sum(families.by_same) as by_same
from families
inner join case_file on families.case_id = case_file.case_id
where families.visits >= 3
group by case_file.org_id, families.month;

-- Families with visits recorded in the month, and those recorded late.
with families as (
    select
        visit.case_id,
        date_trunc('month', visit.visited_on) as month,
        max(visit.recorded_on - visit.visited_on) as days
    from visit
    group by visit.case_id, month
)
select
    case_file.org_id,
    families.month,
    count(*) as families,
    count(*) filter (where families.days > 3) as late
from families
inner join case_file on families.case_id = case_file.case_id
group by case_file.org_id, families.month;

-- Routine visits planned for families with a level, and these families.
select
    case_file.org_id,
    date_trunc('month', visit_plan.due_on) as month,
    count(*) as visits,
    count(distinct visit_plan.case_id) as families
from visit_plan
inner join case_file on visit_plan.case_id = case_file.case_id
inner join case_status
    on
        visit_plan.case_id = case_status.case_id
        and case_status.status = 'active'
        and case_status.valid_from <= visit_plan.due_on
        and (
            case_status.valid_to is null
            or case_status.valid_to > visit_plan.due_on
        )
inner join case_level
    on
        visit_plan.case_id = case_level.case_id
        and not case_level.alternate_schedule
        and case_level.valid_from <= visit_plan.due_on
        and (
            case_level.valid_to is null
            or case_level.valid_to > visit_plan.due_on
        )
where
    visit_plan.kind = 'routine'
    and visit_plan.due_on <= date '2026-06-30'
    and visit_plan.waived_on is null
group by case_file.org_id, month;

-- Children visited within fourteen days of their birth.
select
    case_file.org_id,
    date_trunc('month', child.birth_on) as month,
    count(distinct child.child_id) as children,
    count(distinct child.child_id) filter (
        where visit.visit_id is not null
    ) as visited
from child
inner join case_file on child.case_id = case_file.case_id
left join visit
    on
        child.case_id = visit.case_id
        and visit.outcome = 'completed'
        and visit.visited_on >= child.birth_on
        and visit.visited_on <= child.birth_on + 14
where child.with_family_from <= child.birth_on
group by case_file.org_id, month;
