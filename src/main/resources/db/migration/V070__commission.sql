-- The commission of a programme. The seats are copied from the regime's table when it is set up: a
-- programme keeps the rules it began under.
create table trame.commission (
  programme          text primary key references trame.programme,
  resolution_number  text,
  resolution_on      date,
  rules_adopted_on   date,
  documents_days     integer check (documents_days > 0),
  quorum_percent     integer check (quorum_percent between 1 and 100)
);
create table trame.commission_seat (
  programme       text not null references trame.programme,
  category        text not null,
  position        integer not null,
  kind            text not null check (kind in ('MINIMUM', 'EXACT', 'FREE')),
  seats           integer not null check (seats >= 0),
  hard            boolean not null,
  source          text not null check (source <> ''),
  vacancy_reason  text,
  primary key (programme, category)
);
-- A person in a seat, from the beginning of a mandate to its end.
create table trame.commission_mandate (
  id             bigint generated always as identity primary key,
  programme      text not null,
  category       text not null,
  seat           integer not null check (seat > 0),
  person_name    text not null,
  organisation   text,
  account        text,
  mandate_from   date not null,
  mandate_to     date,
  end_reason     text,
  designated_on  date,
  resolution_number text,
  check (mandate_to >= mandate_from),
  foreign key (programme, category) references trame.commission_seat
);
create index commission_mandate_programme on trame.commission_mandate (programme, category, seat);
create index commission_mandate_account on trame.commission_mandate (account);

create trigger commission_ended before insert or update or delete on trame.commission
  for each row execute function trame.refuse_content_after_end();
create trigger commission_seat_ended before insert or update or delete on trame.commission_seat
  for each row execute function trame.refuse_content_after_end();
create trigger commission_mandate_ended before insert or update or delete on trame.commission_mandate
  for each row execute function trame.refuse_content_after_end();
