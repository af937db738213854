-- Families some months after their first completed visit, and those retained.
--
-- Parameters
--   as_of           date     last day that is counted
-- Grain
--   one row per org_id, month and months, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     month of the day that many months after the visit
--   months          text     3, 6, 12 or 18
--   families        integer  families that have reached the day
--   retained        integer  of these, on the programme on the day, or closed
--                            by then with goals met or the child aged out
-- Tables
--   completed_visit, case_file, on_programme, closure
with first_visits as (
    select
        completed_visit.case_id,
        min(completed_visit.visited_on) as visited_on
    from completed_visit
    group by completed_visit.case_id
),

points as (
    select
        case_file.case_id,
        case_file.org_id,
        spans.months,
        cast(
            first_visits.visited_on + cast(spans.months as interval) as date
        ) as day
    from first_visits
    inner join case_file on first_visits.case_id = case_file.case_id
    cross join (
        values ('3 months'), ('6 months'), ('12 months'), ('18 months')
    ) as spans (months)
)
select
    points.org_id,
    cast(date_trunc('month', points.day) as date) as month,
    replace(points.months, ' months', '') as months,
    count(*) as families,
    count(*) filter (
        where on_programme.case_id is not null or closure.case_id is not null
    ) as retained
from points
left join on_programme
    on
        points.case_id = on_programme.case_id
        and on_programme.first_day <= points.day
        and on_programme.end_day > points.day
left join closure
    on
        points.case_id = closure.case_id
        and closure.closed_on <= points.day
        and closure.reason in ('goals_met', 'aged_out')
where points.day <= :as_of
group by
    points.org_id,
    cast(date_trunc('month', points.day) as date),
    points.months
