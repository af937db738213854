-- Budget lines of the fiscal year at the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per line_id and month of its fiscal year
-- Columns
--   line_id         text     budget line
--   org_id          text     unit that holds the line
--   category        text     category of the line
--   month           date     first day of the month
--   day             date     the day of the month's stocks
--   budget          numeric(15,2)  newest version approved by the day, else 0
--   planned         double precision  planned to date
--   phased          boolean  whether the plan comes from the line's own phases
-- Tables
--   reporting_month, budget_line, budget_version, budget_phase
with line_months as (
    select
        budget_line.line_id,
        budget_line.org_id,
        budget_line.category,
        reporting_month.month,
        reporting_month.day,
        reporting_month.days
    from budget_line
    inner join reporting_month
        on
            budget_line.fiscal_year
            = extract(year from reporting_month.month)
),

ranked_versions as (
    select
        line_months.line_id,
        line_months.month,
        budget_version.amount,
        row_number() over (
            partition by line_months.line_id, line_months.month
            order by budget_version.approved_on desc
        ) as newest
    from line_months
    inner join budget_version
        on
            line_months.line_id = budget_version.line_id
            and budget_version.approved_on <= line_months.day
),

phases as (
    select
        line_months.line_id,
        line_months.month,
        sum(budget_phase.planned) as year_total,
        sum(
            case
                when budget_phase.month < line_months.month
                    then budget_phase.planned
                -- A phase that is dated within its month is of that month.
                when
                    date_trunc('month', budget_phase.month)
                    = line_months.month
                    then
                        budget_phase.planned
                        * (line_months.day - line_months.month + 1)
                        / cast(line_months.days as double precision)
                else 0
            end
        ) as to_date
    from line_months
    inner join budget_phase
        on
            line_months.line_id = budget_phase.line_id
            and extract(year from budget_phase.month)
            = extract(year from line_months.month)
    group by line_months.line_id, line_months.month
)
select
    line_months.line_id,
    line_months.org_id,
    line_months.category,
    line_months.month,
    line_months.day,
    coalesce(ranked_versions.amount, 0) as budget,
    cast(coalesce(ranked_versions.amount, 0) as double precision)
    * case
        when phases.year_total > 0
            then
                cast(phases.to_date as double precision)
                / cast(phases.year_total as double precision)
        else
            (
                line_months.day
                - cast(date_trunc('year', line_months.month) as date)
                + 1
            )
            / cast(
                cast(
                    date_trunc('year', line_months.month)
                    + interval '1 year' as date
                )
                - cast(date_trunc('year', line_months.month) as date)
                as double precision
            )
    end as planned,
    coalesce(phases.year_total > 0, false) as phased
from line_months
left join ranked_versions
    on
        line_months.line_id = ranked_versions.line_id
        and line_months.month = ranked_versions.month
        and ranked_versions.newest = 1
left join phases
    on
        line_months.line_id = phases.line_id
        and line_months.month = phases.month
