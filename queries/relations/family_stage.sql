-- Stage of each family at the end of each month with a day on the programme.
--
-- Parameters
--   none
-- Grain
--   one row per case_id and month
-- Columns
--   case_id         text     family
--   month           date     first day of the month
--   stage           text     pregnancy, m0_5, m6_11, m12_17, m18_24, over_24
--                            or unknown, on the month's day
--   youngest_born_on  date   birth of the youngest child with it, or empty
--   due_on          date     day on which its pregnancy is due, or empty
-- Tables
--   reporting_month, programme_stay, child, pregnancy
with family_months as (
    select distinct
        programme_stay.case_id,
        reporting_month.month,
        reporting_month.day
    from programme_stay
    inner join reporting_month
        on
            programme_stay.first_day <= reporting_month.day
            and programme_stay.end_day > reporting_month.month
),

youngest_children as (
    select
        family_months.case_id,
        family_months.month,
        max(child.birth_on) as birth_on
    from family_months
    inner join child on family_months.case_id = child.case_id
    where
        child.birth_on <= family_months.day
        and child.with_family_from <= family_months.day
        and (
            child.with_family_to is null
            or child.with_family_to > family_months.day
        )
    group by family_months.case_id, family_months.month
),

running_pregnancies as (
    select
        family_months.case_id,
        family_months.month,
        min(pregnancy.due_on) as due_on
    from family_months
    inner join pregnancy on family_months.case_id = pregnancy.case_id
    where
        pregnancy.due_on - 280 <= family_months.day
        and (
            pregnancy.ended_on is null
            or pregnancy.ended_on > family_months.day
        )
    group by family_months.case_id, family_months.month
)
select
    family_months.case_id,
    family_months.month,
    case
        when
            youngest_children.birth_on + interval '25 months'
            <= family_months.day then 'over_24'
        when
            youngest_children.birth_on + interval '18 months'
            <= family_months.day then 'm18_24'
        when
            youngest_children.birth_on + interval '12 months'
            <= family_months.day then 'm12_17'
        when
            youngest_children.birth_on + interval '6 months'
            <= family_months.day then 'm6_11'
        when youngest_children.birth_on is not null then 'm0_5'
        when running_pregnancies.case_id is not null then 'pregnancy'
        else 'unknown'
    end as stage,
    youngest_children.birth_on as youngest_born_on,
    running_pregnancies.due_on
from family_months
left join youngest_children
    on
        family_months.case_id = youngest_children.case_id
        and family_months.month = youngest_children.month
left join running_pregnancies
    on
        family_months.case_id = running_pregnancies.case_id
        and family_months.month = running_pregnancies.month
