-- Keys of visits that appear twice.
select visit.visit_id from visit group by visit.visit_id having count(*) > 1;

-- Keys of planned visits that appear twice.
select visit_plan.plan_visit_id
from visit_plan
group by visit_plan.plan_visit_id
having count(*) > 1;

-- Contents of visits that appear twice.
select
    visit_content.visit_id,
    visit_content.content
from visit_content
group by visit_content.visit_id, visit_content.content
having count(*) > 1;

-- Visits of no family, no worker and no plan.
select count(*) as orphans
from visit
left join case_file on visit.case_id = case_file.case_id
left join worker on visit.worker_id = worker.worker_id
left join visit_plan on visit.plan_visit_id = visit_plan.plan_visit_id
where
    case_file.case_id is null
    or worker.worker_id is null
    or (visit.plan_visit_id is not null and visit_plan.plan_visit_id is null);

-- Contents of no visit.
select count(*) as orphans
from visit_content
left join visit on visit_content.visit_id = visit.visit_id
where visit.visit_id is null;

-- Planned visits of no family, and with days in an impossible order.
select
    count(*) filter (where case_file.case_id is null) as orphans,
    count(*) filter (
        where
            visit_plan.window_from > visit_plan.due_on
            or visit_plan.due_on > visit_plan.window_to
            or visit_plan.window_to > visit_plan.expires_on
    ) as out_of_order
from visit_plan
left join case_file on visit_plan.case_id = case_file.case_id;

-- Completed visits of the same family, saver and day.
select count(*) as repeated
from (
    select visit.case_id
    from visit
    where
        visit.outcome = 'completed'
        and visit.mode in ('home', 'centre', 'other_in_person')
    group by visit.case_id, visit.worker_id, visit.visited_on
    having count(*) > 1
) as days;

-- Completed visits by a saver with no valid certificate.
select count(*) as uncertified
from visit
inner join worker
    on visit.worker_id = worker.worker_id and worker.role = 'saver'
where
    visit.outcome = 'completed'
    and visit.mode in ('home', 'centre', 'other_in_person')
    and not exists (
        select 1
        from certification
        where
            certification.worker_id = visit.worker_id
            and certification.issued_on <= visit.visited_on
            and (
                certification.expires_on is null
                or certification.expires_on >= visit.visited_on
            )
    );

-- Status histories that overlap.
select count(*) as overlapping
from (
    select
        case_status.valid_from,
        max(coalesce(case_status.valid_to, date '9999-12-31')) over (
            partition by case_status.case_id
            order by case_status.valid_from
            rows between unbounded preceding and 1 preceding
        ) as reached
    from case_status
) as histories
where histories.reached > histories.valid_from;
