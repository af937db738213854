"""Rows that PostgreSQL hides from a role: figures without them would be wrong, and say nothing of it.

Row-level security hides them silently, also beneath a view; a view may depend
on who asks. Each table of the contract is followed through its views, with the
role as whom the server reads there.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from dashboard.case_database.contract import TABLES

_NAMES = ", ".join(f"'{name}'" for name in TABLES)
READ_THROUGH = f"""
with recursive asking as (
    select pg_roles.oid as role_oid from pg_roles where pg_roles.rolname = current_user
),
read_through as (
    select cast(pg_class.relname as text) as name, pg_class.oid as relation_oid, asking.role_oid
    from pg_class
    cross join asking
    where pg_class.relname in ({_NAMES}) and pg_table_is_visible(pg_class.oid)
    union
    select
        read_through.name,
        pg_depend.refobjid,
        case
            when array_to_string(view.reloptions, ',') ~ 'security_invoker=(true|on|yes|1)'
                then asking.role_oid
            else view.relowner
        end
    from read_through
    cross join asking
    inner join pg_class as view on read_through.relation_oid = view.oid and view.relkind = 'v'
    inner join pg_rewrite on view.oid = pg_rewrite.ev_class
    inner join pg_depend
        on
            pg_rewrite.oid = pg_depend.objid
            and pg_depend.classid = cast('pg_rewrite' as regclass)
            and pg_depend.refclassid = cast('pg_class' as regclass)
            and pg_depend.refobjid <> view.oid
)
"""
# As the server decides it, except where a policy lets the role see every row.
SECURED = f"""
{READ_THROUGH},
policies as (
    select
        read_through.name,
        read_through.relation_oid,
        read_through.role_oid,
        pg_policy.polpermissive as widens,
        pg_get_expr(pg_policy.polqual, pg_policy.polrelid) = 'true' as shows_all
    from read_through
    inner join pg_policy on read_through.relation_oid = pg_policy.polrelid
    where
        pg_policy.polcmd in ('r', '*')
        and exists (
            select 1 from unnest(pg_policy.polroles) as member (role_oid)
            where case
                when member.role_oid = 0 then true
                else pg_has_role(read_through.role_oid, member.role_oid, 'usage')
            end
        )
),
openness as (
    select
        policies.name,
        policies.relation_oid,
        policies.role_oid,
        bool_or(policies.widens and policies.shows_all)
        and bool_and(policies.widens or policies.shows_all) as shows_all
    from policies
    group by policies.name, policies.relation_oid, policies.role_oid
)
select distinct read_through.name
from read_through
inner join pg_class as secured on read_through.relation_oid = secured.oid
inner join pg_roles on read_through.role_oid = pg_roles.oid
left join openness
    on
        read_through.name = openness.name
        and read_through.relation_oid = openness.relation_oid
        and read_through.role_oid = openness.role_oid
where
    secured.relkind in ('r', 'p')
    and secured.relrowsecurity
    and not pg_roles.rolsuper
    and not pg_roles.rolbypassrls
    and (
        secured.relforcerowsecurity
        or not pg_has_role(read_through.role_oid, secured.relowner, 'usage')
    )
    and not coalesce(openness.shows_all, false)
"""
WHO_ASKS = f"""
{READ_THROUGH}
select distinct read_through.name
from read_through
inner join pg_class as view on read_through.relation_oid = view.oid and view.relkind = 'v'
where
    pg_get_viewdef(view.oid)
    ~* '\\m(current_user|session_user|current_role|current_setting|pg_has_role)\\M'
"""


def by_security(connection: Connection) -> set[str]:
    """Return the tables of the contract of which row-level security may hide rows from the role."""
    return set(connection.execute(text(SECURED)).scalars())


def by_views(connection: Connection, addresses: dict[str, str]) -> set[str]:
    """Return those whose view depends on who asks, and shows the role no row at all."""
    asking = connection.execute(text(WHO_ASKS)).scalars().all()
    return {name for name in asking if name in addresses and not _some(connection, addresses[name])}


def _some(connection: Connection, address: str) -> bool:
    return connection.execute(text(f"select 1 from {address} limit 1")).first() is not None
