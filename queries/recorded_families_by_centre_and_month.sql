-- Families with visits of any mode and outcome, by whether records were in time.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre of the family
--   month           date     month of the visit
--   in_time         integer  families with a visit recorded within 3 days
--   late            integer  families with a visit recorded later
-- Tables
--   visit, case_file
with families as (
    select
        visit.case_id,
        cast(date_trunc('month', visit.visited_on) as date) as month,
        min(visit.recorded_on - visit.visited_on) as fewest_days,
        max(visit.recorded_on - visit.visited_on) as most_days
    from visit
    group by
        visit.case_id,
        cast(date_trunc('month', visit.visited_on) as date)
)
select
    case_file.org_id,
    families.month,
    count(*) filter (where families.fewest_days <= 3) as in_time,
    count(*) filter (where families.most_days > 3) as late
from families
inner join case_file on families.case_id = case_file.case_id
group by case_file.org_id, families.month
