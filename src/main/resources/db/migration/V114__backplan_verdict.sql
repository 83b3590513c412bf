-- What was last said of the back-plan of a programme: it is announced when it changes.
create table trame.backplan_verdict (
  programme   text primary key references trame.programme,
  late        boolean not null,
  ends_on     date not null,
  projected   date not null,
  said_on     date not null
);
create trigger backplan_verdict_ended before insert or update or delete on trame.backplan_verdict
  for each row execute function trame.refuse_content_after_end();
