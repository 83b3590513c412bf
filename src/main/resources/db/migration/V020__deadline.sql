create table trame.legal_clock (
  id            bigint generated always as identity primary key,
  subject       text not null,
  step          text not null,
  occurrence    text not null,
  started_on    date not null,
  due_on        date not null,
  state         text not null check (state in
                  ('RUNNING', 'SUSPENDED', 'MISSED', 'MET', 'MET_LATE', 'DROPPED')),
  met_on        date,
  suspended_on  date,
  escalate_to   text not null,
  source        text not null check (source <> '')
);
create index legal_clock_subject on trame.legal_clock (subject, step, occurrence);
-- A step has one open clock per occurrence, whatever happens at the same time.
create unique index legal_clock_one_open on trame.legal_clock (subject, step, occurrence)
  where state in ('RUNNING', 'SUSPENDED', 'MISSED');
