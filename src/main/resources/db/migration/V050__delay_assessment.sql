create table trame.delay_assessment (
  id          bigint generated always as identity primary key,
  programme   text not null references trame.programme,
  step        text not null,
  follow_up   text not null check (follow_up in ('ACCEPTED', 'REMINDED', 'REFERRED')),
  reason      text not null check (reason <> ''),
  decided_on  date not null,
  decided_by  text not null
);
create index delay_assessment_programme on trame.delay_assessment (programme, id);
create trigger delay_assessment_ended before insert or update or delete on trame.delay_assessment
  for each row execute function trame.refuse_content_after_end();
