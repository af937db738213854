-- Net grants paid in the month, by category of the request.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and category, zero rows left out
-- Columns
--   org_id          text     centre of the family
--   month           date     month of the payment
--   category        text     grant category
--   paid            double precision  paid less what came back
-- Tables
--   payment_movement
select
    payment_movement.org_id,
    cast(date_trunc('month', payment_movement.paid_on) as date) as month,
    payment_movement.category,
    cast(sum(payment_movement.amount) as double precision) as paid
from payment_movement
group by
    payment_movement.org_id,
    cast(date_trunc('month', payment_movement.paid_on) as date),
    payment_movement.category
