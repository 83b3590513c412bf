-- A report for each year of the implementation: figures, words, and what helped or hindered.
create table trame.yearly_report (
  programme      text not null references trame.programme,
  year           integer not null check (year > 0),
  state          text not null check (state in ('DRAFT', 'SUBMITTED', 'CHANGES_ASKED', 'ACCEPTED')),
  opened_on      date not null,
  words          text check (words <> ''),
  conditions     text check (conditions <> ''),
  submitted_on   date,
  reviewed_on    date,
  review_reason  text,
  primary key (programme, year),
  check (state in ('DRAFT') or (words is not null and conditions is not null
         and submitted_on is not null)),
  check (state <> 'CHANGES_ASKED' or review_reason is not null)
);

create table trame.indicator_value (
  programme       text not null,
  year            integer not null,
  objective       text not null,
  value           text check (value <> ''),
  measured_on     date,
  missing_reason  text check (missing_reason <> ''),
  comment         text not null,
  primary key (programme, year, objective),
  foreign key (programme, year) references trame.yearly_report,
  check ((value is null) <> (missing_reason is null)),
  check ((value is null) = (measured_on is null))
);

create table trame.action_spending (
  programme  text not null,
  year       integer not null,
  action     text not null,
  source     text not null check (source in ('REGION', 'FEDERAL', 'MUNICIPALITY', 'OTHER')),
  amount     numeric(14, 2) not null check (amount >= 0),
  primary key (programme, year, action, source),
  foreign key (programme, year) references trame.yearly_report
);

-- People appear by category only.
create table trame.participation (
  programme  text not null,
  year       integer not null,
  category   text not null,
  present    integer not null check (present >= 0),
  spoke      integer not null check (spoke between 0 and present),
  primary key (programme, year, category),
  foreign key (programme, year) references trame.yearly_report
);

-- What was handed in does not change while it is read, nor once it was accepted.
create function trame.refuse_change_of_figures() returns trigger language plpgsql as $$
declare
  figure record := case when tg_op = 'DELETE' then old else new end;
begin
  if not exists (select 1 from trame.yearly_report r where r.programme = figure.programme
      and r.year = figure.year and r.state in ('DRAFT', 'CHANGES_ASKED')) then
    raise exception 'The report on year % of % was handed in', figure.year, figure.programme;
  end if;
  return figure;
end $$;
create trigger indicator_value_handed_in before insert or update or delete
  on trame.indicator_value for each row execute function trame.refuse_change_of_figures();
create trigger action_spending_handed_in before insert or update or delete
  on trame.action_spending for each row execute function trame.refuse_change_of_figures();
create trigger participation_handed_in before insert or update or delete
  on trame.participation for each row execute function trame.refuse_change_of_figures();

create function trame.refuse_change_of_accepted_report() returns trigger language plpgsql as $$
begin
  if old.state = 'ACCEPTED' then
    raise exception 'The report on year % of % was accepted', old.year, old.programme;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger yearly_report_accepted before update or delete on trame.yearly_report
  for each row execute function trame.refuse_change_of_accepted_report();

-- The final evaluation: the criteria are fixed before any result exists.
create table trame.evaluation (
  programme          text primary key references trame.programme,
  organisation       text not null check (organisation <> ''),
  account            text not null check (account <> ''),
  contract_on        date not null,
  declared_links     text not null check (declared_links <> ''),
  designated_on      date not null,
  criteria_fixed_on  date,
  results_on         date,
  conclusions        text check (conclusions <> ''),
  check ((results_on is null) = (conclusions is null)),
  check (results_on is null or (criteria_fixed_on is not null and results_on >= criteria_fixed_on))
);

create table trame.evaluation_criterion (
  programme  text not null references trame.evaluation,
  code       text not null,
  objective  text not null,
  question   text not null check (question <> ''),
  method     text not null check (method <> ''),
  primary key (programme, code)
);

create table trame.evaluation_result (
  programme  text not null references trame.evaluation,
  objective  text not null,
  value      text not null check (value <> ''),
  judgement  text not null check (judgement in ('REACHED', 'PARTLY', 'NOT_REACHED')),
  comment    text not null check (comment <> ''),
  primary key (programme, objective)
);

create function trame.refuse_change_of_criteria() returns trigger language plpgsql as $$
declare
  owner text := case when tg_op = 'DELETE' then old.programme else new.programme end;
begin
  if exists (select 1 from trame.evaluation
      where programme = owner and criteria_fixed_on is not null) then
    raise exception 'The evaluation criteria of % are fixed', owner;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger evaluation_criterion_fixed before insert or update or delete
  on trame.evaluation_criterion for each row execute function trame.refuse_change_of_criteria();

create function trame.refuse_untimely_result() returns trigger language plpgsql as $$
declare
  owner text := case when tg_op = 'DELETE' then old.programme else new.programme end;
begin
  if not exists (select 1 from trame.evaluation where programme = owner
      and criteria_fixed_on is not null and results_on is null) then
    raise exception 'The results of % are not open: criteria first, then results', owner;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger evaluation_result_timely before insert or update or delete
  on trame.evaluation_result for each row execute function trame.refuse_untimely_result();

create function trame.refuse_change_of_evaluation() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.results_on is not null
     or (old.criteria_fixed_on is not null
         and new.criteria_fixed_on is distinct from old.criteria_fixed_on) then
    raise exception 'The evaluation of % cannot be changed', old.programme;
  end if;
  return new;
end $$;
create trigger evaluation_unchanged before update or delete on trame.evaluation
  for each row execute function trame.refuse_change_of_evaluation();

create table trame.lesson (
  id         bigint generated always as identity primary key,
  programme  text not null references trame.programme,
  topic      text not null check (topic <> ''),
  learned    text not null check (learned <> ''),
  audience   text not null check (audience <> '')
);
create index lesson_programme on trame.lesson (programme, id);

create table trame.programme_closing (
  programme  text primary key references trame.programme,
  note       text not null check (note <> ''),
  closed_on  date not null
);

create trigger yearly_report_ended before insert or update or delete on trame.yearly_report
  for each row execute function trame.refuse_content_after_end();
create trigger indicator_value_ended before insert or update or delete on trame.indicator_value
  for each row execute function trame.refuse_content_after_end();
create trigger action_spending_ended before insert or update or delete on trame.action_spending
  for each row execute function trame.refuse_content_after_end();
create trigger participation_ended before insert or update or delete on trame.participation
  for each row execute function trame.refuse_content_after_end();
create trigger evaluation_ended before insert or update or delete on trame.evaluation
  for each row execute function trame.refuse_content_after_end();
create trigger evaluation_criterion_ended before insert or update or delete
  on trame.evaluation_criterion for each row execute function trame.refuse_content_after_end();
create trigger evaluation_result_ended before insert or update or delete
  on trame.evaluation_result for each row execute function trame.refuse_content_after_end();
create trigger lesson_ended before insert or update or delete on trame.lesson
  for each row execute function trame.refuse_content_after_end();
create trigger programme_closing_ended before insert or update or delete
  on trame.programme_closing for each row execute function trame.refuse_content_after_end();
