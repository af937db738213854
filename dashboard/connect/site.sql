-- A site's own system, as an example: other names, other codes, days as times,
-- one wide table of contacts, and names and telephones beside what is counted.

create schema desk;

create table desk.office (
    code text primary key,
    belongs_to text references desk.office (code),
    kind text not null, -- H head office, R regional office, C centre
    district text,
    opened timestamptz,
    closed timestamptz,
    telephone text
);

create table desk.office_name (
    office text not null references desk.office (code),
    tongue text not null, -- KOR, ENG, JPN, CHI, FRE
    name text not null,
    short text
);

create table desk.office_room (
    office text not null references desk.office (code),
    since timestamptz not null,
    until timestamptz, -- the last moment at which it holds
    families integer not null
);

create table desk.intensity (
    letter text not null, -- A, B, C
    since timestamptz not null,
    until timestamptz,
    visits_a_year numeric not null,
    points_in_hundredths integer not null,
    longest_gap_days integer not null
);

create table desk.export_run (
    number integer primary key,
    made_by text not null,
    made_at timestamptz not null,
    newest_entry timestamptz not null,
    lines integer not null
);

create table desk.staff (
    number text primary key,
    office text not null references desk.office (code),
    job text not null, -- PS parenting saver, CM case manager, SV supervisor, CO coordinator
    hired timestamptz not null,
    ready timestamptz,
    gone timestamptz,
    full_name text
);

create table desk.staff_share (
    staff text not null references desk.staff (number),
    since timestamptz not null,
    until timestamptz,
    per_cent integer not null,
    most_points numeric not null,
    guided_by text
);

create table desk.course (
    code text primary key,
    core text not null, -- Y, N
    hours numeric not null,
    months_valid integer
);

create table desk.course_taken (
    staff text not null references desk.staff (number),
    course text not null references desk.course (code),
    began timestamptz not null,
    ended timestamptz,
    mark text, -- P, F, W, I
    before_score numeric,
    after_score numeric
);

create table desk.licence (
    staff text not null references desk.staff (number),
    kind text not null,
    issued timestamptz not null,
    last_day timestamptz,
    withdrawn timestamptz
);

create table desk.guidance (
    number text primary key,
    staff text not null references desk.staff (number),
    guide text,
    due timestamptz not null,
    held timestamptz,
    kind text not null, -- 1 alone, 2 in a group, 3 at a visit
    minutes integer,
    marks numeric
);

create table desk.enquiry (
    number text primary key,
    office text not null references desk.office (code),
    arrived timestamptz not null,
    district text,
    came_by text not null,
    mother text not null, -- PREG, BORN, INFANT, ?
    same_as text,
    tried timestamptz,
    reached timestamptz,
    met timestamptz,
    meets_criteria text, -- Y, N
    offered timestamptz,
    answer text not null,
    answered timestamptz,
    caller_telephone text
);

create table desk.client (
    number integer primary key,
    pseudonym text not null unique, -- random, made when the client was entered
    full_name text,
    telephone text,
    office text not null references desk.office (code),
    enquiry text references desk.enquiry (number),
    district text,
    entered timestamptz not null,
    started timestamptz,
    with_birth text not null, -- BEFORE, AFTER
    tongue text not null,
    age_group text,
    household text,
    -- How it ended, empty while it runs.
    ended timestamptz,
    why_ended text,
    handed_to text,
    ask_again timestamptz,
    asked_again timestamptz,
    then_found text
);

-- Whatever changes over time, in one table.
create table desk.client_history (
    client integer not null references desk.client (number),
    what text not null, -- STATUS, INTENSITY, SAVER, MANAGER
    value text not null,
    detail text,
    since timestamptz not null,
    until timestamptz
);

create table desk.person (
    number text not null,
    client integer not null references desk.client (number),
    what text not null, -- PREGNANCY, CHILD
    due timestamptz,
    outcome text,
    over timestamptz,
    born timestamptz,
    came timestamptz,
    left_family timestamptz,
    primary key (what, number)
);

create table desk.form (
    number text primary key,
    client integer not null references desk.client (number),
    child text,
    form text not null,
    edition text not null,
    due timestamptz,
    filled timestamptz,
    points numeric,
    finding text,
    why_not text
);

create table desk.agreement (
    number text primary key,
    client integer not null references desk.client (number),
    talked timestamptz,
    signed timestamptz,
    look_again timestamptz,
    looked_again timestamptz
);

-- One row for each contact: what was planned, what was done, what it was about.
create table desk.contact (
    client integer not null references desk.client (number),
    plan_number text, -- empty where nobody had planned it
    plan_child text,
    plan_kind text, -- R routine, M milestone
    plan_milestone text,
    plan_due timestamptz,
    plan_from timestamptz,
    plan_to timestamptz,
    plan_dead timestamptz,
    plan_made timestamptz,
    plan_dropped timestamptz,
    plan_why_dropped text,
    visit_number text, -- empty while nobody has gone
    staff text,
    went timestamptz,
    written timestamptz,
    place text,
    result text,
    why text,
    minutes integer,
    saw_child text, -- Y, N
    with_interpreter text, -- Y, N
    about_parenting boolean,
    about_feelings boolean,
    about_health boolean,
    about_safety boolean,
    about_benefits boolean,
    about_grant boolean,
    about_other boolean
);

create table desk.purse (
    number text primary key,
    office text not null references desk.office (code),
    year integer not null,
    purpose text not null
);

create table desk.purse_amount (
    purse text not null references desk.purse (number),
    approved timestamptz not null,
    won bigint not null
);

-- A request and what was decided, in one row.
create table desk.claim (
    number text primary key,
    client integer not null references desk.client (number),
    purpose text not null,
    urgent text not null, -- Y, N
    asked timestamptz not null,
    won_asked bigint not null,
    verdict text, -- empty while nobody has decided
    decided timestamptz,
    purse text,
    won_granted bigint,
    why text
);

create table desk.payout (
    number text primary key,
    claim text not null references desk.claim (number),
    planned timestamptz not null,
    paid timestamptz,
    won bigint not null,
    way text not null,
    state text not null,
    came_back timestamptz,
    won_back bigint not null,
    receipt timestamptz
);
