-- What municipalities and Regions change in rules that no text fixes. The last row of a step and
-- place is in force from its day on; a row without an amount goes back to the table's value.
create table trame.limit_change (
  id         bigint generated always as identity primary key,
  regime     text not null,
  step       text not null,
  level      text not null check (level in ('MUNICIPALITY', 'REGION')),
  place      text not null,
  amount     integer check (amount > 0),
  unit       text,
  warnings   text,
  reason     text not null check (btrim(reason) <> ''),
  changed_by text not null,
  changed_at timestamptz not null,
  check ((amount is null) = (unit is null) and (amount is null) = (warnings is null))
);
create index limit_change_place on trame.limit_change (regime, level, place, step, id);

create function trame.refuse_change_of_limit_change() returns trigger language plpgsql as $$
begin
  raise exception 'The history of time limits is append-only';
end $$;

create trigger limit_change_append_only before update or delete on trame.limit_change
  for each row execute function trame.refuse_change_of_limit_change();
create trigger limit_change_not_truncated before truncate on trame.limit_change
  for each statement execute function trame.refuse_change_of_limit_change();
