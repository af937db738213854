-- Rates at which readers may read the programme's money in another currency.
--
-- Parameters
--   none
-- Grain
--   one row per currency, quote and rate_on
-- Columns
--   currency        text     what one unit is of, ISO 4217
--   quote           text     what the rate counts, ISO 4217
--   rate_on         date     day of the rate
--   rate            double precision  quote for one unit of currency, above 0
--   source          text     who published it
-- Tables
--   fx_rate
select
    fx_rate.currency,
    fx_rate.quote,
    fx_rate.rate_on,
    cast(fx_rate.rate as double precision) as rate,
    fx_rate.source
from fx_rate
where fx_rate.rate > 0 and fx_rate.rate_on is not null
order by fx_rate.currency, fx_rate.quote, fx_rate.rate_on
