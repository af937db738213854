-- Families taken in during the month whose days for an assessment or a plan have passed.
--
-- Parameters
--   as_of           date     last day that is counted
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     month of the intake
--   to_assess       integer  families whose 10 days have passed
--   assessed        integer  of these, with a needs and risk assessment by then
--   to_plan         integer  families whose 30 days have passed
--   planned         integer  of these, with an agreed plan by then
-- Tables
--   case_file, assessment, care_plan
with first_assessments as (
    select
        assessment.case_id,
        min(assessment.done_on) as done_on
    from assessment
    where assessment.tool = 'needs_risk'
    group by assessment.case_id
),

first_plans as (
    select
        care_plan.case_id,
        min(care_plan.agreed_on) as agreed_on
    from care_plan
    group by care_plan.case_id
)
select
    case_file.org_id,
    cast(date_trunc('month', case_file.intake_on) as date) as month,
    count(*) as to_assess,
    count(*) filter (
        where first_assessments.done_on <= case_file.intake_on + 10
    ) as assessed,
    count(*) filter (where case_file.intake_on + 30 < :as_of) as to_plan,
    count(*) filter (
        where
            case_file.intake_on + 30 < :as_of
            and first_plans.agreed_on <= case_file.intake_on + 30
    ) as planned
from case_file
left join first_assessments on case_file.case_id = first_assessments.case_id
left join first_plans on case_file.case_id = first_plans.case_id
where case_file.intake_on + 10 < :as_of
group by
    case_file.org_id,
    cast(date_trunc('month', case_file.intake_on) as date)
