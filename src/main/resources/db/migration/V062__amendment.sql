create table trame.amendment (
  programme        text not null references trame.programme,
  number           integer not null check (number > 0),
  state            text not null check (state in
                     ('OPEN', 'IN_FORCE', 'REJECTED', 'REFUSED', 'WITHDRAWN')),
  opened_on        date not null,
  from_version     integer not null,
  object           text,
  reason           text,
  kind             text check (kind in ('LIGHT', 'HEAVY')),
  kind_reason_fr   text,
  kind_reason_nl   text,
  kind_source      text check (kind_source <> ''),
  version          integer,
  closed_on        date,
  outcome_reason   text,
  primary key (programme, number),
  foreign key (programme, from_version) references trame.programme_version,
  foreign key (programme, version) references trame.programme_version,
  check (kind is null or (kind_reason_fr is not null and kind_reason_nl is not null
         and kind_source is not null)),
  check ((state = 'OPEN') = (closed_on is null))
);
-- One amendment at a time, whatever happens at the same time.
create unique index amendment_one_open on trame.amendment (programme) where state = 'OPEN';
create trigger amendment_ended before insert or update or delete on trame.amendment
  for each row execute function trame.refuse_content_after_end();
