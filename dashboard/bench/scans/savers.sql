-- Caseload points of each saver at the end of each month.
with months as (
    select
        cast(first_day as date) as month,
        cast(first_day + interval '1 month' as date) - 1 as day
    from generate_series(
        timestamp '2024-01-01', timestamp '2026-06-01', interval '1 month'
    ) as series (first_day)
)
select
    case_assignment.worker_id,
    months.month,
    sum(
        case
            when case_status.status = 'active' then service_level.weight
            else 0.5
        end
    ) as points
from case_assignment
inner join months
    on
        case_assignment.valid_from <= months.day
        and (
            case_assignment.valid_to is null
            or case_assignment.valid_to > months.day
        )
inner join case_status
    on
        case_assignment.case_id = case_status.case_id
        and case_status.status in ('active', 'outreach', 'paused')
        and case_status.valid_from <= months.day
        and (
            case_status.valid_to is null or case_status.valid_to > months.day
        )
left join case_level
    on
        case_assignment.case_id = case_level.case_id
        and case_level.valid_from <= months.day
        and (case_level.valid_to is null or case_level.valid_to > months.day)
left join service_level
    on
        case_level.level = service_level.level
        and service_level.valid_to is null
where case_assignment.duty = 'saver'
group by case_assignment.worker_id, months.month;

-- Savers in service at the end of each month, and those with a certificate.
with months as (
    select
        cast(first_day as date) as month,
        cast(first_day + interval '1 month' as date) - 1 as day
    from generate_series(
        timestamp '2024-01-01', timestamp '2026-06-01', interval '1 month'
    ) as series (first_day)
)
select
    worker.org_id,
    months.month,
    count(distinct worker.worker_id) as savers,
    count(distinct certification.worker_id) as certified
from worker
inner join months
    on
        worker.engaged_on <= months.day
        and (worker.ended_on is null or worker.ended_on > months.day)
left join certification
    on
        worker.worker_id = certification.worker_id
        and certification.issued_on <= months.day
        and (
            certification.expires_on is null
            or certification.expires_on >= months.day
        )
where worker.role = 'saver'
group by worker.org_id, months.month;

-- Supervision sessions that were due, and that were held.
select
    worker.org_id,
    date_trunc('month', supervision.due_on) as month,
    supervision.kind,
    count(*) as due,
    count(supervision.held_on) as held
from supervision
inner join worker on supervision.worker_id = worker.worker_id
group by worker.org_id, month, supervision.kind;

-- Savers with visits in the ninety days to the end of each month, and those observed.
with months as (
    select
        cast(first_day as date) as month,
        cast(first_day + interval '1 month' as date) - 1 as day
    from generate_series(
        timestamp '2024-01-01', timestamp '2026-06-01', interval '1 month'
    ) as series (first_day)
),

days as (
    select
        visit.worker_id,
        visit.visited_on,
        count(*) as visits
    from visit
    where
        visit.outcome = 'completed'
        and visit.mode in ('home', 'centre', 'other_in_person')
    group by visit.worker_id, visit.visited_on
)
select
    days.worker_id,
    months.month,
    sum(days.visits) as visits,
    max(
        case
            when
                exists (
                    select 1
                    from supervision
                    where
                        supervision.worker_id = days.worker_id
                        and supervision.kind = 'observed_visit'
                        and supervision.held_on > months.day - 90
                        and supervision.held_on <= months.day
                )
                then 1
            else 0
        end
    ) as observed
from days
inner join months
    on days.visited_on <= months.day and days.visited_on > months.day - 90
group by days.worker_id, months.month;
