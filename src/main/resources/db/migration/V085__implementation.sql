create table trame.implementation_year (
  programme  text not null references trame.programme,
  year       integer not null check (year > 0),
  opened_on  date not null,
  primary key (programme, year)
);
create trigger implementation_year_ended before insert or update or delete
  on trame.implementation_year for each row execute function trame.refuse_content_after_end();

create table trame.extension_request (
  id              bigint generated always as identity primary key,
  programme       text not null references trame.programme,
  requested_on    date not null,
  months          integer not null check (months > 0),
  works           text not null check (works <> ''),
  granted         boolean,
  granted_months  integer,
  motives         text,
  decided_on      date,
  check ((granted is null) = (motives is null)),
  check (granted is distinct from true or granted_months between 1 and months)
);
-- One extension, and one request at a time.
create unique index extension_request_one on trame.extension_request (programme)
  where granted is not false;
create trigger extension_request_ended before insert or update or delete
  on trame.extension_request for each row execute function trame.refuse_content_after_end();
