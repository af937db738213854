-- The day of the first referral or intake: the year of it is the first reported.
--
-- Parameters
--   none
-- Grain
--   one row
-- Columns
--   first_day       date     empty where there is neither
-- Tables
--   case_file, referral
select min(first_days.first_day) as first_day
from (
    select min(case_file.intake_on) as first_day
    from case_file
    union all
    select min(referral.received_on) as first_day
    from referral
) as first_days
