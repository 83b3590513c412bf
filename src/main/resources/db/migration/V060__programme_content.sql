-- The working draft of a programme's content: several people edit it, row by row.
create table trame.programme_perimeter (
  programme    text primary key references trame.programme,
  description  text not null check (description <> '')
);

create table trame.programme_need (
  programme  text not null references trame.programme,
  code       text not null,
  statement  text not null check (statement <> ''),
  kind       text not null check (kind in ('NEED', 'EXPECTATION')),
  primary key (programme, code)
);

create table trame.programme_action (
  programme    text not null references trame.programme,
  code         text not null,
  strand       integer not null,
  title        text not null check (title <> ''),
  description  text not null,
  carrier      text not null check (carrier <> ''),
  primary key (programme, code)
);

create table trame.programme_budget_line (
  programme  text not null references trame.programme,
  action     text not null,
  year       integer not null,
  source     text not null check (source in ('REGION', 'FEDERAL', 'MUNICIPALITY', 'OTHER')),
  amount     numeric(14, 2) not null check (amount > 0),
  primary key (programme, action, year, source),
  foreign key (programme, action) references trame.programme_action
);

-- No objective enters a programme without indicator, baseline, target, source and date.
create table trame.programme_objective (
  programme    text not null references trame.programme,
  code         text not null,
  action       text not null,
  statement    text not null check (statement <> ''),
  indicator    text not null check (indicator <> ''),
  baseline     text not null check (baseline <> ''),
  target       text not null check (target <> ''),
  source       text not null check (source <> ''),
  evaluate_on  date not null,
  primary key (programme, code),
  foreign key (programme, action) references trame.programme_action
);

create table trame.programme_need_link (
  programme  text not null references trame.programme,
  need       text not null,
  action     text not null,
  primary key (programme, need, action),
  foreign key (programme, need) references trame.programme_need,
  foreign key (programme, action) references trame.programme_action
);

-- A version is a snapshot of the draft. Its content never changes; it may be approved, once.
create table trame.programme_version (
  programme    text not null references trame.programme,
  number       integer not null check (number > 0),
  reason       text not null check (reason <> ''),
  created_at   timestamptz not null,
  content      jsonb not null,
  approved_on  date,
  excluded     jsonb not null default '{}',
  primary key (programme, number)
);

create function trame.refuse_change_of_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.approved_on is not null or old.content <> new.content
     or old.number <> new.number or old.programme <> new.programme or old.reason <> new.reason
     or old.created_at <> new.created_at then
    raise exception 'A version of a programme is never changed';
  end if;
  return new;
end $$;
create trigger programme_version_frozen before update or delete on trame.programme_version
  for each row execute function trame.refuse_change_of_version();

create trigger programme_perimeter_ended before insert or update or delete
  on trame.programme_perimeter for each row execute function trame.refuse_content_after_end();
create trigger programme_need_ended before insert or update or delete
  on trame.programme_need for each row execute function trame.refuse_content_after_end();
create trigger programme_action_ended before insert or update or delete
  on trame.programme_action for each row execute function trame.refuse_content_after_end();
create trigger programme_budget_line_ended before insert or update or delete
  on trame.programme_budget_line for each row execute function trame.refuse_content_after_end();
create trigger programme_objective_ended before insert or update or delete
  on trame.programme_objective for each row execute function trame.refuse_content_after_end();
create trigger programme_need_link_ended before insert or update or delete
  on trame.programme_need_link for each row execute function trame.refuse_content_after_end();
create trigger programme_version_ended before insert or update or delete
  on trame.programme_version for each row execute function trame.refuse_content_after_end();
