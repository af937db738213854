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

-- Level histories that overlap.
select count(*) as overlapping
from (
    select
        case_level.valid_from,
        max(coalesce(case_level.valid_to, date '9999-12-31')) over (
            partition by case_level.case_id
            order by case_level.valid_from
            rows between unbounded preceding and 1 preceding
        ) as reached
    from case_level
) as histories
where histories.reached > histories.valid_from;

-- Assignments that overlap, of one family and duty.
select count(*) as overlapping
from (
    select
        case_assignment.valid_from,
        max(coalesce(case_assignment.valid_to, date '9999-12-31')) over (
            partition by case_assignment.case_id, case_assignment.duty
            order by case_assignment.valid_from
            rows between unbounded preceding and 1 preceding
        ) as reached
    from case_assignment
) as histories
where histories.reached > histories.valid_from;

-- Keys of assessments, goals, plans and referrals that appear twice.
select keys.key_of_row
from (
    select assessment.assessment_id as key_of_row from assessment
    union all
    select plan_goal.goal_id as key_of_row from plan_goal
    union all
    select care_plan.plan_id as key_of_row from care_plan
    union all
    select referral.referral_id as key_of_row from referral
    union all
    select supervision.supervision_id as key_of_row from supervision
) as keys
group by keys.key_of_row
having count(*) > 1;

-- Assessments of no family or child, and goals of no plan.
select
    (
        select count(*)
        from assessment
        left join case_file on assessment.case_id = case_file.case_id
        left join child on assessment.child_id = child.child_id
        where
            case_file.case_id is null
            or (assessment.child_id is not null and child.child_id is null)
    ) as assessments,
    (
        select count(*)
        from plan_goal
        left join care_plan on plan_goal.plan_id = care_plan.plan_id
        where care_plan.plan_id is null
    ) as goals;

-- Visits with an empty value or a code that must not be, or a day to come.
select count(*) as broken
from visit
where
    visit.visit_id is null
    or visit.visited_on is null
    or visit.recorded_on is null
    or visit.mode not in ('home', 'centre', 'other_in_person', 'video', 'phone')
    or visit.outcome not in ('completed', 'attempted', 'cancelled')
    or visit.visited_on > date '2026-06-30'
    or visit.recorded_on < visit.visited_on;

-- Planned visits with an empty value or a code that must not be.
select count(*) as broken
from visit_plan
where
    visit_plan.plan_visit_id is null
    or visit_plan.due_on is null
    or visit_plan.created_on is null
    or visit_plan.kind not in ('routine', 'milestone')
    or visit_plan.created_on > date '2026-06-30';

-- Completed visits on or after the day on which the family's case closed.
select count(*) as after_closure
from visit
inner join closure on visit.case_id = closure.case_id
where
    visit.outcome = 'completed' and visit.visited_on >= closure.closed_on;
