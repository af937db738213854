-- Savers with a family on the programme at the end of each month, and their certificates.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre of the savers
--   month           date     first day of the month
--   savers          integer  savers with a family assigned to them on the day
--   certified       integer  of these, with a certificate valid on the day
--   expiring        integer  of these, with none that lasts 60 days longer
-- Tables
--   reporting_month, family_month, worker, certification
with assigned_savers as (
    select distinct
        family_month.saver_id as worker_id,
        family_month.month
    from family_month
    where family_month.saver_id is not null
),

valid_certificates as (
    select
        certification.worker_id,
        reporting_month.month,
        reporting_month.day,
        max(
            coalesce(certification.expires_on, date '9999-12-31')
        ) as expires_on
    from certification
    inner join reporting_month
        on
            certification.issued_on <= reporting_month.day
            and (
                certification.expires_on is null
                or certification.expires_on >= reporting_month.day
            )
            and (
                certification.revoked_on is null
                or certification.revoked_on > reporting_month.day
            )
    group by
        certification.worker_id,
        reporting_month.month,
        reporting_month.day
)
select
    worker.org_id,
    assigned_savers.month,
    count(*) as savers,
    count(valid_certificates.worker_id) as certified,
    count(*) filter (
        where valid_certificates.expires_on <= valid_certificates.day + 60
    ) as expiring
from assigned_savers
inner join worker on assigned_savers.worker_id = worker.worker_id
left join valid_certificates
    on
        assigned_savers.worker_id = valid_certificates.worker_id
        and assigned_savers.month = valid_certificates.month
where worker.role = 'saver'
group by worker.org_id, assigned_savers.month
