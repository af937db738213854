-- Planned visits with what decides their status on any day.
--
-- Parameters
--   none
-- Grain
--   one row per plan_visit_id
-- Columns
--   case_id         text     family
--   org_id          text     centre
--   intake_on       date     intake of the family
--   kind            text     routine or milestone
--   milestone       text     milestone, or empty
--   created_on      date     planned on
--   due_on          date     due on
--   window_from     date     first day on time
--   window_to       date     last day on time
--   expires_on      date     last day on which it still counts
--   waived_on       date     waived on, or empty
--   completed_on    date     first completed visit of the row, or empty
--   due_while_active  boolean  whether the family was active on the due day
-- Tables
--   visit_plan, visit, case_file, on_programme
with first_completed_visits as (
    select
        visit.plan_visit_id,
        min(visit.visited_on) as completed_on
    from visit
    where
        visit.plan_visit_id is not null
        and visit.outcome = 'completed'
        and visit.mode in ('home', 'centre', 'other_in_person')
    group by visit.plan_visit_id
)
select
    visit_plan.case_id,
    case_file.org_id,
    case_file.intake_on,
    visit_plan.kind,
    visit_plan.milestone,
    visit_plan.created_on,
    visit_plan.due_on,
    visit_plan.window_from,
    visit_plan.window_to,
    visit_plan.expires_on,
    visit_plan.waived_on,
    first_completed_visits.completed_on,
    on_programme.case_id is not null as due_while_active
from visit_plan
inner join case_file on visit_plan.case_id = case_file.case_id
left join first_completed_visits
    on visit_plan.plan_visit_id = first_completed_visits.plan_visit_id
left join on_programme
    on
        visit_plan.case_id = on_programme.case_id
        and on_programme.status = 'active'
        and on_programme.first_day <= visit_plan.due_on
        and on_programme.end_day > visit_plan.due_on
