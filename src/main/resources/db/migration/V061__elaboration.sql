create table trame.programme_elaboration (
  programme       text primary key references trame.programme,
  method          text not null check (method <> ''),
  findings        text not null check (findings <> ''),
  established_on  date not null,
  guiding_thread  text,
  drafted_on      date
);
create trigger programme_elaboration_ended before insert or update or delete
  on trame.programme_elaboration for each row execute function trame.refuse_content_after_end();
