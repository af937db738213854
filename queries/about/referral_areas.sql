-- Districts that occur in the referrals.
--
-- Parameters
--   none
-- Grain
--   one row per area_code
-- Columns
--   area_code       text     district where a referred family lives
-- Tables
--   referral
select distinct referral.area_code
from referral
where referral.area_code is not null
