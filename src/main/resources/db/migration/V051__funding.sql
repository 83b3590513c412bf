-- What each source gives to a programme.
create table trame.envelope (
  programme  text primary key references trame.programme,
  round      text not null,
  year       integer not null,
  regional   numeric(14, 2) not null check (regional > 0),
  federal    numeric(14, 2) not null check (federal >= 0),
  municipal  numeric(14, 2) not null check (municipal >= 0)
);
create trigger envelope_ended before insert or update or delete on trame.envelope
  for each row execute function trame.refuse_content_after_end();
