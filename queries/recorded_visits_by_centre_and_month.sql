-- Visits of every mode and outcome in the month, by days until the record.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and days_to_record, zero rows left out
-- Columns
--   org_id          text     centre of the family
--   month           date     month of the visit
--   days_to_record  integer  days from the visit to its record
--   visits          integer  visits
-- Tables
--   visit, case_file
select
    case_file.org_id,
    cast(date_trunc('month', visit.visited_on) as date) as month,
    visit.recorded_on - visit.visited_on as days_to_record,
    count(*) as visits
from visit
inner join case_file on visit.case_id = case_file.case_id
group by
    case_file.org_id,
    cast(date_trunc('month', visit.visited_on) as date),
    visit.recorded_on - visit.visited_on
