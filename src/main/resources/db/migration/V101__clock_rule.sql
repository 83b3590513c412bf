-- A clock keeps the rule it was started by, everything that happened to it and every computation.
-- Numbered after everything that was published before: those databases exist.
alter table trame.legal_clock
  add column regime        text,
  add column rule          jsonb,
  add column event_on      date,
  add column suspended_by  text;

alter table trame.legal_clock drop constraint legal_clock_state_check;
alter table trame.legal_clock add constraint legal_clock_state_check check (state in
  ('RUNNING', 'SUSPENDED', 'MISSED', 'MET', 'MET_LATE', 'LAPSED', 'DROPPED'));

create table trame.clock_event (
  id      bigint generated always as identity primary key,
  clock   bigint not null references trame.legal_clock,
  kind    text not null check (kind in ('SUSPENDED', 'RESUMED', 'EXTENDED', 'MOVED')),
  on_day  date not null,
  cause   text not null default '',
  term    text check ((kind = 'EXTENDED') = (term is not null)),
  reason  text not null default '',
  by      text not null,
  at      timestamptz not null
);
create index clock_event_clock on trame.clock_event (clock, id);

create table trame.clock_computation (
  id          bigint generated always as identity primary key,
  clock       bigint not null references trame.legal_clock,
  at          timestamptz not null,
  due_on      date not null,
  nominal_on  date not null,
  steps       jsonb not null,
  why         text not null
);
create index clock_computation_clock on trame.clock_computation (clock, id);

create table trame.planned_notice (
  id        bigint generated always as identity primary key,
  clock     bigint not null references trame.legal_clock,
  due_on    date not null,
  day       date not null,
  kind      text not null check (kind in ('WARN', 'ESCALATE')),
  days      integer not null,
  role      text not null,
  given_at  timestamptz,
  unique (clock, due_on, kind, days, role)
);
create index planned_notice_day on trame.planned_notice (day, id) where given_at is null;

-- Clocks of before: their rule was not kept. What is known of it is written as a term of so many
-- days, so that a suspension still moves the day it ends on.
update trame.legal_clock c set regime = p.regime from trame.programme p where p.id = c.subject;
update trame.legal_clock c set regime = r.regime
  from trame.selection_round r where r.id = c.subject;
update trame.legal_clock set
  event_on = case when due_on <= started_on then due_on end,
  suspended_by = case when suspended_on is not null then 'remarks-sent' end,
  rule = jsonb_build_object(
    'step', step,
    'term', jsonb_build_object('amount', greatest(1, due_on - started_on), 'unit', 'DAY'),
    'calendar', 'be-brussels',
    'rollsForward', false,
    'startsWith', '',
    'notCounted', '[]'::jsonb,
    'suspendedBy', case when step = 'regional-approval' then '["remarks-sent"]'::jsonb
                        else '[]'::jsonb end,
    'resumption', 'CONTINUE',
    'extension', null,
    'silence', 'NONE',
    'holder', escalate_to,
    'warnings', '[]'::jsonb,
    'ladder', jsonb_build_array(jsonb_build_object('days', 0, 'role', escalate_to)),
    'changeableBy', 'NOBODY',
    'source', source,
    'sourceNl', '');
insert into trame.clock_event (clock, kind, on_day, cause, by, at)
  select id, 'SUSPENDED', suspended_on, suspended_by, 'trame', now()
  from trame.legal_clock where suspended_on is not null;
insert into trame.clock_computation (clock, at, due_on, nominal_on, steps, why)
  select id, now(), due_on, due_on,
    jsonb_build_array(
      jsonb_build_object('kind', 'EVENT', 'from', due_on, 'to', due_on, 'detail', ''),
      jsonb_build_object('kind', 'DUE', 'from', due_on, 'to', due_on, 'detail', '')),
    'STARTED'
  from trame.legal_clock;

alter table trame.legal_clock
  alter column rule set not null,
  drop column escalate_to,
  drop column source;
alter table trame.legal_clock
  add constraint legal_clock_source check (rule ->> 'source' <> '');
