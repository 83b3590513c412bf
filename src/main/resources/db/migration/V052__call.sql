create table trame.selection_round (
  id                 text primary key,
  regime             text not null,
  year               integer not null,
  regional_envelope  numeric(14, 2) not null check (regional_envelope > 0),
  federal_envelope   numeric(14, 2) not null check (federal_envelope > 0),
  opened_on          date not null,
  state              text not null check (state in ('CANDIDATURES', 'DECISION', 'DECIDED')),
  notified_on        date,
  check (state <> 'DECIDED' or notified_on is not null)
);
-- A round of a year is decided before the next one opens, whatever is clicked twice.
create unique index selection_round_one_open on trame.selection_round (regime, year)
  where state <> 'DECIDED';

-- The grid, frozen when the round opens.
create table trame.selection_criterion (
  round     text not null references trame.selection_round,
  code      text not null,
  position  integer not null,
  weight    integer not null check (weight > 0),
  source    text not null check (source <> ''),
  primary key (round, code)
);

create table trame.candidature (
  round            text not null references trame.selection_round,
  code             text not null,
  position         bigint generated always as identity,
  nis              text not null references trame.municipality,
  name             text not null,
  kept             boolean,
  reason           text,
  regional_share   numeric(14, 2),
  federal_share    numeric(14, 2),
  municipal_share  numeric(14, 2),
  programme        text references trame.programme,
  primary key (round, code),
  unique (round, nis, name),
  check (kept is null or reason is not null)
);
create trigger candidature_ended before insert or update or delete on trame.candidature
  for each row execute function trame.refuse_content_after_end();

create table trame.candidature_score (
  round        text not null,
  candidature  text not null,
  criterion    text not null,
  score        integer not null check (score between 0 and 100),
  reason       text not null check (reason <> ''),
  primary key (round, candidature, criterion),
  foreign key (round, candidature) references trame.candidature on delete cascade,
  foreign key (round, criterion) references trame.selection_criterion
);
