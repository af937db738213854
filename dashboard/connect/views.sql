-- The example's tables under the names of the contract.
--
-- Times have a zone: cast in a session of Asia/Seoul they are days in Seoul, and
-- so the dashboard reads them. `until` is the last day on which something holds;
-- the contract's `valid_to` is the day after.

create schema contract;

-- Every code of the site, and the contract's word for it.
create table contract.code (
    field text not null,
    theirs text not null,
    ours text not null,
    primary key (field, theirs)
);

insert into contract.code (field, theirs, ours)
values
('office.kind', 'H', 'programme'),
('office.kind', 'R', 'region'),
('office.kind', 'C', 'centre'),
('tongue', 'KOR', 'ko'),
('tongue', 'ENG', 'en'),
('tongue', 'JPN', 'ja'),
('tongue', 'CHI', 'zh'),
('tongue', 'FRE', 'fr'),
('intensity', 'A', 'intensive'),
('intensity', 'B', 'regular'),
('intensity', 'C', 'step_down'),
('job', 'PS', 'saver'),
('job', 'CM', 'case_manager'),
('job', 'SV', 'supervisor'),
('job', 'CO', 'coordinator'),
('mark', 'P', 'passed'),
('mark', 'F', 'failed'),
('mark', 'W', 'withdrawn'),
('mark', 'I', 'in_progress'),
('guidance.kind', '1', 'individual'),
('guidance.kind', '2', 'group'),
('guidance.kind', '3', 'observed_visit'),
('came_by', '1308', 'hotline_1308'),
('came_by', 'CLINIC', 'health_centre'),
('came_by', 'WARD', 'hospital'),
('came_by', 'TOWN', 'community_centre'),
('came_by', 'FAMILY', 'family_centre'),
('came_by', 'REFUGE', 'shelter'),
('came_by', 'SCHOOL', 'school'),
('came_by', 'HERSELF', 'self'),
('came_by', 'STREET', 'outreach'),
('came_by', 'ELSE', 'other'),
('mother', 'PREG', 'pregnant'),
('mother', 'BORN', 'postpartum_lt6m'),
('mother', 'INFANT', 'infant_6_24m'),
('mother', '?', 'unknown'),
('answer', 'OPEN', 'pending'),
('answer', 'YES', 'accepted'),
('answer', 'NO', 'declined'),
('answer', 'UNFIT', 'ineligible'),
('answer', 'SILENT', 'unreachable'),
('answer', 'PASSED', 'referred_on'),
('with_birth', 'BEFORE', 'prenatal'),
('with_birth', 'AFTER', 'postnatal'),
('age_group', '-18', 'lt19'),
('age_group', '19-24', '19_24'),
('age_group', '25-34', '25_34'),
('age_group', '35+', '35plus'),
('age_group', '?', 'unknown'),
('household', 'ALONE', 'single_parent'),
('household', 'PAIR', 'couple'),
('household', 'KIN', 'with_kin'),
('household', 'HOME', 'facility'),
('household', 'ELSE', 'other'),
('household', '?', 'unknown'),
('status', 'LIST', 'waiting'),
('status', 'LOOK', 'assessment'),
('status', 'RUN', 'active'),
('status', 'SEEK', 'outreach'),
('status', 'REST', 'paused'),
('status', 'END', 'closed'),
('rest', 'WARD', 'hospital'),
('rest', 'AWAY', 'travel'),
('rest', 'WISH', 'family_request'),
('rest', 'DANGER', 'safety'),
('rest', 'ELSE', 'other'),
('handover', 'END', 'closed'),
('handover', 'GONE', 'worker_left'),
('handover', 'LOAD', 'rebalance'),
('handover', 'WISH', 'family_request'),
('handover', 'DANGER', 'safety'),
('handover', 'ELSE', 'other'),
('pregnancy', 'ON', 'ongoing'),
('pregnancy', 'BIRTH', 'live_birth'),
('pregnancy', 'OVER', 'ended'),
('pregnancy', '?', 'unknown'),
('form', 'NR', 'needs_risk'),
('form', 'EPDS', 'epds'),
('form', 'PHQ', 'phq9'),
('form', 'DEV', 'dev_check'),
('form', 'PAR', 'parenting'),
('form', 'NEEDS', 'basic_needs'),
('form', 'SAFE', 'safety'),
('finding', '0', 'negative'),
('finding', '1', 'positive'),
('finding', '2', 'urgent'),
('finding', '-', 'not_scored'),
('why_not', 'NO', 'declined'),
('why_not', 'CARE', 'already_in_care'),
('why_not', 'SILENT', 'not_reached'),
('why_not', 'ELSE', 'other'),
('why_ended', 'GOALS', 'goals_met'),
('why_ended', 'AGE', 'aged_out'),
('why_ended', 'MOVED', 'moved_away'),
('why_ended', 'HANDED', 'transferred'),
('why_ended', 'NO', 'declined'),
('why_ended', 'LOST', 'lost_contact'),
('why_ended', 'UNFIT', 'ineligible'),
('why_ended', 'FULL', 'capacity'),
('why_ended', 'DEATH', 'death'),
('why_ended', 'ELSE', 'other'),
('handed_to', 'NOBODY', 'none'),
('handed_to', 'CLINIC', 'health_centre'),
('handed_to', 'TOWN', 'community_centre'),
('handed_to', 'FAMILY', 'family_centre'),
('handed_to', 'ELSE', 'other'),
('then_found', 'WELL', 'stable'),
('then_found', 'HELP', 'needs_support'),
('then_found', 'AGAIN', 'reopened'),
('then_found', 'SILENT', 'not_reached'),
('plan_kind', 'R', 'routine'),
('plan_kind', 'M', 'milestone'),
('milestone', 'BIRTH-', 'prenatal'),
('milestone', 'D14', 'd14'),
('milestone', 'W8', 'w8'),
('milestone', 'M4', 'm4_6'),
('milestone', 'M9', 'm9_12'),
('milestone', 'M18', 'm18_24'),
('dropped', 'REST', 'paused'),
('dropped', 'SEEK', 'outreach'),
('dropped', 'END', 'closed'),
('dropped', 'WARD', 'hospital'),
('dropped', 'WISH', 'family_request'),
('dropped', 'LATER', 'rescheduled'),
('place', 'H', 'home'),
('place', 'C', 'centre'),
('place', 'O', 'other_in_person'),
('place', 'V', 'video'),
('place', 'T', 'phone'),
('result', 'OK', 'completed'),
('result', 'TRIED', 'attempted'),
('result', 'OFF', 'cancelled'),
('why', 'EMPTY', 'not_home'),
('why', 'FAMILY', 'family_cancelled'),
('why', 'ILL', 'family_ill'),
('why', 'STAFF', 'worker_cancelled'),
('why', 'STAFF-ILL', 'worker_ill'),
('why', 'NOBODY', 'no_worker'),
('why', 'SNOW', 'weather'),
('why', 'DANGER', 'safety'),
('why', 'ELSE', 'other'),
('purpose', 'LIFE', 'living'),
('purpose', 'ROOF', 'housing'),
('purpose', 'CARE', 'medical'),
('purpose', 'FOOD', 'meals'),
('purpose', 'LEARN', 'education'),
('purpose', 'STAND', 'self_reliance'),
('purpose', 'ELSE', 'other'),
('verdict', 'FULL', 'approved'),
('verdict', 'PART', 'partial'),
('verdict', 'NO', 'rejected'),
('verdict', 'BACK', 'withdrawn'),
('refused', 'RULES', 'criteria'),
('refused', 'PUBLIC', 'public_support'),
('refused', 'PURSE', 'budget'),
('refused', 'PAPERS', 'documents'),
('refused', 'TWICE', 'duplicate'),
('refused', 'ELSE', 'other'),
('way', 'BANK', 'bank'),
('way', 'SHOP', 'vendor'),
('way', 'CARD', 'voucher'),
('way', 'THING', 'in_kind'),
('state', 'PLAN', 'scheduled'),
('state', 'DONE', 'paid'),
('state', 'FAIL', 'failed'),
('state', 'BACK', 'returned');

-- A code that nobody has mapped stays as it is, and 'dashboard check' finds it.
create function contract.word(field text, theirs text) returns text
language sql stable parallel safe
return coalesce(
    (
        select code.ours from contract.code
        where code.field = word.field and code.theirs = word.theirs
    ),
    word.theirs
);

-- The day after the last one: histories of the contract are half-open.
create function contract.day_after(until timestamptz) returns date
language sql stable parallel safe
return cast(until as date) + 1;

create view contract.org_unit as
select
    office.code as org_id,
    office.belongs_to as parent_id,
    contract.word('office.kind', office.kind) as level,
    office.district as area_code,
    cast(office.opened as date) as launched_on,
    cast(office.closed as date) as closed_on
from desk.office;

create view contract.org_label as
select
    office_name.office as org_id,
    contract.word('tongue', office_name.tongue) as lang,
    office_name.name,
    office_name.short as short_name
from desk.office_name;

create view contract.org_capacity as
select
    office_room.office as org_id,
    cast(office_room.since as date) as valid_from,
    contract.day_after(office_room.until) as valid_to,
    office_room.families as max_active_cases
from desk.office_room;

create view contract.service_level as
select
    contract.word('intensity', intensity.letter) as level,
    cast(intensity.since as date) as valid_from,
    contract.day_after(intensity.until) as valid_to,
    intensity.visits_a_year / 12.0 as visits_per_month,
    intensity.points_in_hundredths / 100.0 as weight,
    intensity.longest_gap_days as max_gap_days
from desk.intensity;

create view contract.data_load as
select
    export_run.number as load_id,
    export_run.made_by as source,
    export_run.made_at as loaded_at,
    cast(export_run.newest_entry as date) as latest_event_on,
    export_run.lines as row_count
from desk.export_run;

create view contract.worker as
select
    staff.number as worker_id,
    staff.office as org_id,
    contract.word('job', staff.job) as role,
    cast(staff.hired as date) as engaged_on,
    cast(staff.ready as date) as dispatch_ready_on,
    cast(staff.gone as date) as ended_on
from desk.staff;

create view contract.worker_capacity as
select
    staff_share.staff as worker_id,
    cast(staff_share.since as date) as valid_from,
    contract.day_after(staff_share.until) as valid_to,
    staff_share.per_cent / 100.0 as fte,
    staff_share.most_points as max_points,
    staff_share.guided_by as supervisor_id
from desk.staff_share;

create view contract.training_course as
select
    course.code as course_code,
    course.core = 'Y' as is_core,
    course.hours,
    course.months_valid as valid_months
from desk.course;

create view contract.training_record as
select
    course_taken.staff as worker_id,
    course_taken.course as course_code,
    cast(course_taken.began as date) as started_on,
    cast(course_taken.ended as date) as completed_on,
    contract.word('mark', course_taken.mark) as result,
    course_taken.before_score as competence_pre,
    course_taken.after_score as competence_post
from desk.course_taken;

create view contract.certification as
select
    licence.staff as worker_id,
    licence.kind as cert_code,
    cast(licence.issued as date) as issued_on,
    cast(licence.last_day as date) as expires_on,
    cast(licence.withdrawn as date) as revoked_on
from desk.licence;

create view contract.supervision as
select
    guidance.number as supervision_id,
    guidance.staff as worker_id,
    guidance.guide as supervisor_id,
    cast(guidance.due as date) as due_on,
    cast(guidance.held as date) as held_on,
    contract.word('guidance.kind', guidance.kind) as kind,
    guidance.minutes,
    guidance.marks as observation_pct
from desk.guidance;

create view contract.referral as
select
    enquiry.number as referral_id,
    enquiry.office as org_id,
    cast(enquiry.arrived as date) as received_on,
    enquiry.district as area_code,
    contract.word('came_by', enquiry.came_by) as source,
    contract.word('mother', enquiry.mother) as stage_at_referral,
    enquiry.same_as as duplicate_of,
    cast(enquiry.tried as date) as first_attempt_on,
    cast(enquiry.reached as date) as first_contact_on,
    cast(enquiry.met as date) as first_face_on,
    enquiry.meets_criteria = 'Y' as eligible,
    cast(enquiry.offered as date) as offered_on,
    contract.word('answer', enquiry.answer) as decision,
    cast(enquiry.answered as date) as decided_on
from desk.enquiry;

create view contract.case_file as
select
    client.pseudonym as case_id,
    client.office as org_id,
    client.enquiry as referral_id,
    client.district as area_code,
    cast(client.entered as date) as intake_on,
    cast(client.started as date) as opened_on,
    contract.word('with_birth', client.with_birth) as entry_stage,
    client.tongue as language,
    contract.word('age_group', client.age_group) as caregiver_age_band,
    contract.word('household', client.household) as household_type
from desk.client;

create view contract.closure as
select
    client.pseudonym as case_id,
    cast(client.ended as date) as closed_on,
    contract.word('why_ended', client.why_ended) as reason,
    contract.word('handed_to', client.handed_to) as handover_to,
    cast(client.ask_again as date) as followup_due_on,
    cast(client.asked_again as date) as followup_on,
    contract.word('then_found', client.then_found) as followup_result
from desk.client
where client.ended is not null;

create view contract.case_status as
select
    client.pseudonym as case_id,
    cast(client_history.since as date) as valid_from,
    contract.day_after(client_history.until) as valid_to,
    contract.word('status', client_history.value) as status,
    contract.word('rest', client_history.detail) as pause_reason
from desk.client_history
inner join desk.client on client_history.client = client.number
where client_history.what = 'STATUS';

create view contract.case_level as
select
    client.pseudonym as case_id,
    cast(client_history.since as date) as valid_from,
    contract.day_after(client_history.until) as valid_to,
    contract.word('intensity', client_history.value) as level,
    client_history.detail is not distinct from 'OTHER DAYS' as alternate_schedule
from desk.client_history
inner join desk.client on client_history.client = client.number
where client_history.what = 'INTENSITY';

create view contract.case_assignment as
select
    client.pseudonym as case_id,
    client_history.value as worker_id,
    case client_history.what when 'SAVER' then 'saver' else 'case_manager' end as duty,
    cast(client_history.since as date) as valid_from,
    contract.day_after(client_history.until) as valid_to,
    contract.word('handover', client_history.detail) as end_reason
from desk.client_history
inner join desk.client on client_history.client = client.number
where client_history.what in ('SAVER', 'MANAGER');

create view contract.pregnancy as
select
    person.number as pregnancy_id,
    client.pseudonym as case_id,
    cast(person.due as date) as due_on,
    cast(person.over as date) as ended_on,
    contract.word('pregnancy', person.outcome) as result
from desk.person
inner join desk.client on person.client = client.number
where person.what = 'PREGNANCY';

create view contract.child as
select
    person.number as child_id,
    client.pseudonym as case_id,
    cast(person.born as date) as birth_on,
    cast(person.came as date) as with_family_from,
    cast(person.left_family as date) as with_family_to
from desk.person
inner join desk.client on person.client = client.number
where person.what = 'CHILD';

create view contract.assessment as
select
    form.number as assessment_id,
    client.pseudonym as case_id,
    form.child as child_id,
    contract.word('form', form.form) as tool,
    form.edition as tool_version,
    cast(form.due as date) as due_on,
    cast(form.filled as date) as done_on,
    form.points as score,
    contract.word('finding', form.finding) as result,
    contract.word('why_not', form.why_not) as not_done_reason
from desk.form
inner join desk.client on form.client = client.number;

create view contract.care_plan as
select
    agreement.number as plan_id,
    client.pseudonym as case_id,
    cast(agreement.talked as date) as conference_on,
    cast(agreement.signed as date) as agreed_on,
    cast(agreement.look_again as date) as review_due_on,
    cast(agreement.looked_again as date) as reviewed_on
from desk.agreement
inner join desk.client on agreement.client = client.number;

-- A plan stands in the row of each contact that came of it, and counts once.
create view contract.visit_plan as
select distinct on (contact.plan_number)
    contact.plan_number as plan_visit_id,
    client.pseudonym as case_id,
    contact.plan_child as child_id,
    contract.word('plan_kind', contact.plan_kind) as kind,
    contract.word('milestone', contact.plan_milestone) as milestone,
    cast(contact.plan_due as date) as due_on,
    cast(contact.plan_from as date) as window_from,
    cast(contact.plan_to as date) as window_to,
    cast(contact.plan_dead as date) as expires_on,
    cast(contact.plan_made as date) as created_on,
    cast(contact.plan_dropped as date) as waived_on,
    contract.word('dropped', contact.plan_why_dropped) as waive_reason
from desk.contact
inner join desk.client on contact.client = client.number
where contact.plan_number is not null
order by contact.plan_number;

create view contract.visit as
select
    contact.visit_number as visit_id,
    client.pseudonym as case_id,
    contact.staff as worker_id,
    contact.plan_number as plan_visit_id,
    cast(contact.went as date) as visited_on,
    cast(contact.written as date) as recorded_on,
    contract.word('place', contact.place) as mode,
    contract.word('result', contact.result) as outcome,
    contract.word('why', contact.why) as reason,
    contact.minutes,
    contact.saw_child = 'Y' as child_seen,
    contact.with_interpreter = 'Y' as interpreter
from desk.contact
inner join desk.client on contact.client = client.number
where contact.visit_number is not null;

create view contract.visit_content as
select contact.visit_number as visit_id, topic.content
from desk.contact
cross join lateral (
    values
    (contact.about_parenting, 'coaching'),
    (contact.about_feelings, 'emotional'),
    (contact.about_health, 'health_info'),
    (contact.about_safety, 'safety_check'),
    (contact.about_benefits, 'benefit_help'),
    (contact.about_grant, 'grant_check'),
    (contact.about_other, 'other')
) as topic (told, content)
where contact.visit_number is not null and topic.told;

create view contract.budget_line as
select
    purse.number as line_id,
    purse.office as org_id,
    purse.year as fiscal_year,
    contract.word('purpose', purse.purpose) as category,
    'KRW' as currency
from desk.purse;

create view contract.budget_version as
select
    purse_amount.purse as line_id,
    cast(purse_amount.approved as date) as approved_on,
    purse_amount.won as amount
from desk.purse_amount;

create view contract.grant_request as
select
    claim.number as request_id,
    client.pseudonym as case_id,
    contract.word('purpose', claim.purpose) as category,
    case claim.urgent when 'Y' then 'emergency' else 'standard' end as urgency,
    cast(claim.asked as date) as requested_on,
    claim.won_asked as amount
from desk.claim
inner join desk.client on claim.client = client.number;

create view contract.grant_decision as
select
    claim.number as request_id,
    claim.purse as line_id,
    cast(claim.decided as date) as decided_on,
    contract.word('verdict', claim.verdict) as decision,
    claim.won_granted as approved,
    contract.word('refused', claim.why) as reason
from desk.claim
where claim.verdict is not null;

create view contract.grant_payment as
select
    payout.number as payment_id,
    payout.claim as request_id,
    cast(payout.planned as date) as scheduled_on,
    cast(payout.paid as date) as paid_on,
    payout.won as amount,
    'KRW' as currency,
    contract.word('way', payout.way) as method,
    contract.word('state', payout.state) as status,
    cast(payout.came_back as date) as returned_on,
    payout.won_back as returned,
    cast(payout.receipt as date) as receipt_confirmed_on
from desk.payout;
