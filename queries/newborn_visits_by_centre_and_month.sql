-- Children whose thirtieth day lies in the month, and those visited by day 14.
--
-- Parameters
--   as_of           date     last day that is counted
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre of the family
--   month           date     month of the thirtieth day after the birth
--   children        integer  children with their family from birth, whose
--                            family was served by the seventh day after it
--   visited         integer  of these, with a completed visit by day 14
--   families_visited  integer  distinct families of the visited
--   families_not_visited  integer  distinct families of the others
-- Tables
--   child, case_file, completed_visit
with newborns as (
    select
        child.child_id,
        child.case_id,
        case_file.org_id,
        child.birth_on
    from child
    inner join case_file on child.case_id = case_file.case_id
    where
        child.birth_on + 30 <= :as_of
        and child.with_family_from <= child.birth_on
        and case_file.opened_on <= child.birth_on + 7
),

visited_newborns as (
    select distinct newborns.child_id
    from newborns
    inner join completed_visit
        on
            newborns.case_id = completed_visit.case_id
            and completed_visit.visited_on >= newborns.birth_on
            and completed_visit.visited_on <= newborns.birth_on + 14
)
select
    newborns.org_id,
    cast(date_trunc('month', newborns.birth_on + 30) as date) as month,
    count(*) as children,
    count(visited_newborns.child_id) as visited,
    count(distinct newborns.case_id) filter (
        where visited_newborns.child_id is not null
    ) as families_visited,
    count(distinct newborns.case_id) filter (
        where visited_newborns.child_id is null
    ) as families_not_visited
from newborns
left join visited_newborns on newborns.child_id = visited_newborns.child_id
group by
    newborns.org_id,
    cast(date_trunc('month', newborns.birth_on + 30) as date)
