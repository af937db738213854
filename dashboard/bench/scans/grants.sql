-- Requests for grants, by days to the decision.
select
    case_file.org_id,
    date_trunc('month', grant_request.requested_on) as month,
    grant_request.category,
    grant_decision.decision,
    grant_decision.decided_on - grant_request.requested_on as days,
    count(*) as requests,
    sum(grant_decision.approved) as approved
from grant_request
inner join case_file on grant_request.case_id = case_file.case_id
left join grant_decision
    on grant_request.request_id = grant_decision.request_id
group by
    case_file.org_id,
    month,
    grant_request.category,
    grant_decision.decision,
    days;

-- Money paid less money returned, and the families that it went to.
select
    case_file.org_id,
    date_trunc('month', grant_payment.paid_on) as month,
    grant_request.category,
    sum(grant_payment.amount - grant_payment.returned) as net,
    count(distinct grant_request.case_id) as families
from grant_payment
inner join grant_request on grant_payment.request_id = grant_request.request_id
inner join case_file on grant_request.case_id = case_file.case_id
where grant_payment.status in ('paid', 'returned')
group by case_file.org_id, month, grant_request.category;

-- Net amount of a family in the twelve months to the end of each month.
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
        grant_request.case_id,
        months.month,
        sum(grant_payment.amount - grant_payment.returned) as net
    from grant_payment
    inner join grant_request
        on grant_payment.request_id = grant_request.request_id
    inner join months
        on
            grant_payment.paid_on <= months.day
            and grant_payment.paid_on > months.day - 365
    where grant_payment.status in ('paid', 'returned')
    group by grant_request.case_id, months.month
)
select
    case_file.org_id,
    families.month,
    count(*) as families,
    percentile_cont(0.5) within group (order by families.net) as median,
    percentile_cont(0.9) within group (order by families.net) as p90
from families
inner join case_file on families.case_id = case_file.case_id
group by case_file.org_id, families.month;

-- Families with a request in the month, by what was decided.
select
    case_file.org_id,
    date_trunc('month', grant_request.requested_on) as month,
    grant_decision.decision,
    grant_decision.reason,
    count(distinct grant_request.case_id) as families
from grant_request
inner join case_file on grant_request.case_id = case_file.case_id
left join grant_decision
    on grant_request.request_id = grant_decision.request_id
group by
    case_file.org_id, month, grant_decision.decision, grant_decision.reason;

-- Families paid in the month with no visit within thirty days of the payment.
select
    case_file.org_id,
    date_trunc('month', grant_payment.paid_on) as month,
    count(distinct grant_request.case_id) as families
from grant_payment
inner join grant_request on grant_payment.request_id = grant_request.request_id
inner join case_file on grant_request.case_id = case_file.case_id
left join visit
    on
        grant_request.case_id = visit.case_id
        and visit.outcome = 'completed'
        and visit.visited_on >= grant_payment.paid_on - 30
        and visit.visited_on <= grant_payment.paid_on + 30
where grant_payment.status = 'paid' and visit.visit_id is null
group by case_file.org_id, month;

-- Approved requests not yet paid in full at the end of each month, by days.
with months as (
    select
        cast(first_day as date) as month,
        cast(first_day + interval '1 month' as date) - 1 as day
    from generate_series(
        timestamp '2024-01-01', timestamp '2026-06-01', interval '1 month'
    ) as series (first_day)
),

approvals as (
    select
        grant_decision.request_id,
        grant_decision.approved,
        months.month,
        months.day - grant_decision.decided_on as days,
        sum(grant_payment.amount - grant_payment.returned) as paid
    from grant_decision
    inner join months on grant_decision.decided_on <= months.day
    left join grant_payment
        on
            grant_decision.request_id = grant_payment.request_id
            and grant_payment.paid_on <= months.day
    where grant_decision.decision in ('approved', 'partial')
    group by
        grant_decision.request_id,
        grant_decision.approved,
        months.month,
        days
)
select
    case_file.org_id,
    approvals.month,
    approvals.days,
    sum(approvals.approved - coalesce(approvals.paid, 0)) as unpaid,
    count(*) as requests
from approvals
inner join grant_request on approvals.request_id = grant_request.request_id
inner join case_file on grant_request.case_id = case_file.case_id
where approvals.approved > coalesce(approvals.paid, 0)
group by case_file.org_id, approvals.month, approvals.days;

-- Payments of each budget line by month, and the families that they went to.
select
    grant_decision.line_id,
    date_trunc('month', grant_payment.paid_on) as month,
    sum(grant_payment.amount - grant_payment.returned) as net,
    count(distinct grant_request.case_id) as families
from grant_payment
inner join grant_decision
    on grant_payment.request_id = grant_decision.request_id
inner join grant_request on grant_payment.request_id = grant_request.request_id
where grant_payment.status in ('paid', 'returned')
group by grant_decision.line_id, month;

-- Payments of each month within the days that their urgency allows.
select
    case_file.org_id,
    date_trunc('month', grant_payment.paid_on) as month,
    grant_request.urgency,
    grant_payment.paid_on - grant_request.requested_on as days,
    count(*) as payments
from grant_payment
inner join grant_request on grant_payment.request_id = grant_request.request_id
inner join case_file on grant_request.case_id = case_file.case_id
where grant_payment.status in ('paid', 'returned')
group by case_file.org_id, month, grant_request.urgency, days;
