-- A programme may be consulted on again: after a rejected vote, or because of a heavy amendment.
create table trame.consultation_round (
  id         bigint generated always as identity primary key,
  programme  text not null references trame.programme,
  number     integer not null,
  opened_on  date not null,
  closed_on  date,
  unique (programme, number)
);
create table trame.commission_meeting (
  id                 bigint generated always as identity primary key,
  programme          text not null references trame.programme,
  round              bigint not null references trame.consultation_round,
  convening          integer not null check (convening in (1, 2)),
  meeting_at         timestamp not null,
  place              text not null,
  agenda             text not null,
  documents_sent_on  date not null,
  quorum_percent     integer not null,
  members            integer,
  present            integer,
  outcome            text check (outcome in ('QUORUM', 'NO_QUORUM', 'WHATEVER_THE_NUMBER')),
  source             text not null check (source <> '')
);
create index commission_meeting_programme on trame.commission_meeting (programme, id);
create table trame.meeting_attendance (
  programme  text not null references trame.programme,
  meeting    bigint not null references trame.commission_meeting,
  mandate    bigint not null references trame.commission_mandate,
  presence   text not null check (presence in ('PRESENT', 'EXCUSED', 'ABSENT')),
  spoke      boolean not null default false,
  primary key (meeting, mandate),
  check (presence = 'PRESENT' or not spoke)
);
create table trame.opinion (
  id         bigint generated always as identity primary key,
  programme  text not null references trame.programme,
  round      bigint not null references trame.consultation_round,
  number     integer not null,
  meeting    bigint references trame.commission_meeting,
  mandate    bigint not null references trame.commission_mandate,
  action     text,
  position   text not null check (position in ('FAVOURABLE', 'RESERVED', 'UNFAVOURABLE')),
  text       text not null,
  given_on   date not null,
  unique (programme, number)
);
create index opinion_round on trame.opinion (programme, round);
create table trame.opinion_reply (
  opinion     bigint primary key references trame.opinion,
  programme   text not null references trame.programme,
  outcome     text not null check (outcome in ('ADOPTED', 'AMENDED', 'REFUSED')),
  reason      text not null,
  replied_on  date not null
);
-- Who was asked for an opinion of their own, and what came: silence is a state of its own.
create table trame.opinion_request (
  round      bigint not null references trame.consultation_round,
  programme  text not null references trame.programme,
  mandate    bigint not null references trame.commission_mandate,
  asked_on   date not null,
  answer     text check (answer in ('GIVEN', 'NO_OPINION', 'SILENT')),
  primary key (round, mandate)
);
create table trame.dissent (
  id          bigint generated always as identity primary key,
  programme   text not null references trame.programme,
  meeting     bigint not null references trame.commission_meeting,
  mandate     bigint not null references trame.commission_mandate,
  text        text not null,
  annexed_on  date not null
);
create function trame.refuse_change_of_dissent() returns trigger language plpgsql as $$
begin
  raise exception 'A dissent that was annexed is never changed or removed';
end $$;
create trigger dissent_unalterable before update or delete on trame.dissent
  for each row execute function trame.refuse_change_of_dissent();
create trigger dissent_never_emptied before truncate on trame.dissent
  for each statement execute function trame.refuse_change_of_dissent();

create table trame.inquiry (
  id            bigint generated always as identity primary key,
  programme     text not null references trame.programme,
  number        integer not null,
  announced_on  date not null,
  opens_on      date not null,
  closes_on     date not null,
  places        text not null,
  source        text not null check (source <> ''),
  closed        boolean not null default false,
  summary       text,
  unique (programme, number),
  check (opens_on > announced_on and closes_on >= opens_on)
);
create table trame.observation (
  id           bigint generated always as identity primary key,
  programme    text not null references trame.programme,
  inquiry      bigint not null references trame.inquiry,
  number       integer not null,
  received_on  date not null,
  channel      text not null check (channel in ('PAPER', 'MAIL', 'MEETING')),
  author       text not null,
  action       text,
  text         text not null,
  typed_on     date not null,
  unique (inquiry, number)
);
create table trame.observation_reply (
  observation  bigint primary key references trame.observation,
  programme    text not null references trame.programme,
  outcome      text not null check (outcome in ('ADOPTED', 'AMENDED', 'REFUSED')),
  reason       text not null,
  replied_on   date not null
);
create table trame.concertation_opinion (
  inquiry     bigint primary key references trame.inquiry,
  programme   text not null references trame.programme,
  opinion     text not null check (opinion in ('FAVOURABLE', 'CONDITIONAL', 'UNFAVOURABLE', 'NONE')),
  given_on    date,
  conditions  text,
  motives     text,
  source      text not null check (source <> ''),
  check (opinion = 'NONE' or given_on is not null),
  check (opinion <> 'CONDITIONAL' or conditions is not null)
);
do $$
declare t text;
begin
  foreach t in array array['consultation_round', 'commission_meeting', 'meeting_attendance',
      'opinion', 'opinion_reply', 'opinion_request', 'dissent', 'inquiry', 'observation',
      'observation_reply', 'concertation_opinion'] loop
    execute format('create trigger %I before insert or update or delete on trame.%I for each row'
      ' execute function trame.refuse_content_after_end()', t || '_ended', t);
  end loop;
end $$;
