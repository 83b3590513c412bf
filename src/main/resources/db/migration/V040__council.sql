create table trame.council_sitting (
  id                 bigint generated always as identity primary key,
  programme          text not null references trame.programme,
  attempt            integer not null check (attempt between 1 and 3),
  notice_sent_on     date not null,
  sitting_at         timestamp not null,
  members_in_office  integer not null check (members_in_office > 0),
  members_present    integer,
  votes_for          integer,
  votes_against      integer,
  abstentions        integer,
  resolution_number  text,
  outcome            text check (outcome in ('NO_QUORUM', 'ADOPTED', 'REJECTED')),
  reason             text,
  check (outcome <> 'REJECTED' or reason is not null)
);
create index council_sitting_programme on trame.council_sitting (programme, id);
create trigger council_sitting_ended before insert or update or delete on trame.council_sitting
  for each row execute function trame.refuse_content_after_end();
