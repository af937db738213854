-- Net paid from 1 January to the end of each month on decisions without a line.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and category, zero rows left out
-- Columns
--   org_id          text     centre of the family
--   month           date     first day of the month
--   category        text     category of the request
--   paid            double precision  net paid, as it stood on the day
--   families        integer  distinct families
-- Tables
--   reporting_month, payment_movement
select
    payment_movement.org_id,
    reporting_month.month,
    payment_movement.category,
    cast(sum(payment_movement.amount) as double precision) as paid,
    count(distinct payment_movement.case_id) as families
from payment_movement
inner join reporting_month
    on
        payment_movement.paid_on
        >= cast(date_trunc('year', reporting_month.month) as date)
        and payment_movement.paid_on <= reporting_month.day
        and payment_movement.moved_on <= reporting_month.day
where payment_movement.line_id is null
group by
    payment_movement.org_id,
    reporting_month.month,
    payment_movement.category
