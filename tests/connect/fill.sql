-- The example's site with the rows that lie in the schema `given` in the form of
-- the contract: each code in the site's word, each day at an hour of Seoul at which
-- the day in Greenwich is another.

create function given.theirs(field text, ours text) returns text
language sql stable
return (
    select code.theirs from contract.code
    where code.field = theirs.field and code.ours = theirs.ours
);

create function given.at(day date) returns timestamptz
language sql stable
return (day + time '00:30') at time zone 'Asia/Seoul';

create function given.until(valid_to date) returns timestamptz
language sql stable
return (valid_to - 1 + time '23:59:59') at time zone 'Asia/Seoul';

insert into desk.office
select
    org_id, parent_id, given.theirs('office.kind', level), area_code, given.at(launched_on),
    given.at(closed_on), '032-000-0000'
from given.org_unit;

insert into desk.office_name
select org_id, given.theirs('tongue', lang), name, short_name from given.org_label;

insert into desk.office_room
select org_id, given.at(valid_from), given.until(valid_to), max_active_cases from given.org_capacity;

insert into desk.intensity
select
    given.theirs('intensity', level), given.at(valid_from), given.until(valid_to),
    visits_per_month * 12, cast(weight * 100 as integer), max_gap_days
from given.service_level;

insert into desk.export_run
select load_id, source, loaded_at at time zone 'Asia/Seoul', given.at(latest_event_on), row_count
from given.data_load;

insert into desk.staff
select
    worker_id, org_id, given.theirs('job', role), given.at(engaged_on), given.at(dispatch_ready_on),
    given.at(ended_on), 'Somebody'
from given.worker;

insert into desk.staff_share
select
    worker_id, given.at(valid_from), given.until(valid_to), cast(fte * 100 as integer), max_points,
    supervisor_id
from given.worker_capacity;

insert into desk.course
select course_code, case when is_core then 'Y' else 'N' end, hours, valid_months
from given.training_course;

insert into desk.course_taken
select
    worker_id, course_code, given.at(started_on), given.at(completed_on), given.theirs('mark', result),
    competence_pre, competence_post
from given.training_record;

insert into desk.licence
select worker_id, cert_code, given.at(issued_on), given.at(expires_on), given.at(revoked_on)
from given.certification;

insert into desk.guidance
select
    supervision_id, worker_id, supervisor_id, given.at(due_on), given.at(held_on),
    given.theirs('guidance.kind', kind), minutes, observation_pct
from given.supervision;

insert into desk.enquiry
select
    referral_id, org_id, given.at(received_on), area_code, given.theirs('came_by', source),
    given.theirs('mother', stage_at_referral), duplicate_of, given.at(first_attempt_on),
    given.at(first_contact_on), given.at(first_face_on),
    case eligible when true then 'Y' when false then 'N' end,
    given.at(offered_on), given.theirs('answer', decision), given.at(decided_on), '010-0000-0000'
from given.referral;

insert into desk.client
select
    row_number() over (order by case_file.case_id), case_file.case_id, 'Somebody', '010-0000-0000',
    case_file.org_id, case_file.referral_id, case_file.area_code, given.at(case_file.intake_on),
    given.at(case_file.opened_on), given.theirs('with_birth', case_file.entry_stage), case_file.language,
    given.theirs('age_group', case_file.caregiver_age_band),
    given.theirs('household', case_file.household_type),
    given.at(closure.closed_on), given.theirs('why_ended', closure.reason),
    given.theirs('handed_to', closure.handover_to), given.at(closure.followup_due_on),
    given.at(closure.followup_on), given.theirs('then_found', closure.followup_result)
from given.case_file
left join given.closure on case_file.case_id = closure.case_id;

insert into desk.client_history
select
    client.number, 'STATUS', given.theirs('status', status), given.theirs('rest', pause_reason),
    given.at(valid_from), given.until(valid_to)
from given.case_status
inner join desk.client on case_status.case_id = client.pseudonym;

insert into desk.client_history
select
    client.number, 'INTENSITY', given.theirs('intensity', level),
    case when alternate_schedule then 'OTHER DAYS' end, given.at(valid_from), given.until(valid_to)
from given.case_level
inner join desk.client on case_level.case_id = client.pseudonym;

insert into desk.client_history
select
    client.number, case duty when 'saver' then 'SAVER' else 'MANAGER' end, worker_id,
    given.theirs('handover', end_reason), given.at(valid_from), given.until(valid_to)
from given.case_assignment
inner join desk.client on case_assignment.case_id = client.pseudonym;

insert into desk.person (number, client, what, due, over, outcome)
select
    pregnancy_id, client.number, 'PREGNANCY', given.at(due_on), given.at(ended_on),
    given.theirs('pregnancy', result)
from given.pregnancy
inner join desk.client on pregnancy.case_id = client.pseudonym;

insert into desk.person (number, client, what, born, came, left_family)
select
    child_id, client.number, 'CHILD', given.at(birth_on), given.at(with_family_from),
    given.at(with_family_to)
from given.child
inner join desk.client on child.case_id = client.pseudonym;

insert into desk.form
select
    assessment_id, client.number, child_id, given.theirs('form', tool), tool_version, given.at(due_on),
    given.at(done_on), score, given.theirs('finding', result), given.theirs('why_not', not_done_reason)
from given.assessment
inner join desk.client on assessment.case_id = client.pseudonym;

insert into desk.agreement
select
    plan_id, client.number, given.at(conference_on), given.at(agreed_on), given.at(review_due_on),
    given.at(reviewed_on)
from given.care_plan
inner join desk.client on care_plan.case_id = client.pseudonym;

insert into desk.contact
select
    client.number,
    visit_plan.plan_visit_id, visit_plan.child_id, given.theirs('plan_kind', visit_plan.kind),
    given.theirs('milestone', visit_plan.milestone), given.at(visit_plan.due_on),
    given.at(visit_plan.window_from), given.at(visit_plan.window_to), given.at(visit_plan.expires_on),
    given.at(visit_plan.created_on), given.at(visit_plan.waived_on),
    given.theirs('dropped', visit_plan.waive_reason),
    visit.visit_id, visit.worker_id, given.at(visit.visited_on), given.at(visit.recorded_on),
    given.theirs('place', visit.mode), given.theirs('result', visit.outcome),
    given.theirs('why', visit.reason), visit.minutes,
    case visit.child_seen when true then 'Y' when false then 'N' end,
    case visit.interpreter when true then 'Y' when false then 'N' end,
    coalesce(topics.told @> array['coaching'], false),
    coalesce(topics.told @> array['emotional'], false),
    coalesce(topics.told @> array['health_info'], false),
    coalesce(topics.told @> array['safety_check'], false),
    coalesce(topics.told @> array['benefit_help'], false),
    coalesce(topics.told @> array['grant_check'], false),
    coalesce(topics.told @> array['other'], false)
from given.visit_plan
full join given.visit on visit_plan.plan_visit_id = visit.plan_visit_id
inner join desk.client on coalesce(visit.case_id, visit_plan.case_id) = client.pseudonym
left join (
    select visit_content.visit_id, array_agg(visit_content.content) as told
    from given.visit_content
    group by visit_content.visit_id
) as topics on visit.visit_id = topics.visit_id;

insert into desk.purse
select line_id, org_id, fiscal_year, given.theirs('purpose', category) from given.budget_line;

insert into desk.purse_amount
select line_id, given.at(approved_on), cast(amount as bigint) from given.budget_version;

insert into desk.claim
select
    grant_request.request_id, client.number, given.theirs('purpose', grant_request.category),
    case grant_request.urgency when 'emergency' then 'Y' else 'N' end,
    given.at(grant_request.requested_on), cast(grant_request.amount as bigint),
    given.theirs('verdict', grant_decision.decision), given.at(grant_decision.decided_on),
    grant_decision.line_id, cast(grant_decision.approved as bigint),
    given.theirs('refused', grant_decision.reason)
from given.grant_request
inner join desk.client on grant_request.case_id = client.pseudonym
left join given.grant_decision on grant_request.request_id = grant_decision.request_id;

insert into desk.payout
select
    payment_id, request_id, given.at(scheduled_on), given.at(paid_on), cast(amount as bigint),
    given.theirs('way', method), given.theirs('state', status), given.at(returned_on),
    cast(returned as bigint), given.at(receipt_confirmed_on)
from given.grant_payment;
