create table trame.municipality (
  nis          text primary key,
  name         text not null,
  dutch_name   text not null,
  region       text not null,
  inhabitants  integer not null,
  year         integer not null,
  postal_code  text not null
);

create table trame.programme (
  id                      text primary key,
  name                    text not null,
  regime                  text not null,
  regime_version          text not null,
  nis                     text not null references trame.municipality,
  phase                   text not null,
  phase_since             date not null,
  state                   text not null check (state in ('RUNNING', 'REFUSED', 'CLOSED')),
  notified_on             date not null,
  implementation_ends_on  date,
  ended_on                date
);

-- A programme that has ended is closed for good.
create function trame.refuse_change_after_end() returns trigger language plpgsql as $$
begin
  if old.state <> 'RUNNING' then
    raise exception 'Programme % has ended', old.id;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger programme_ended before update or delete on trame.programme
  for each row execute function trame.refuse_change_after_end();

-- For every table that belongs to a programme by a column "programme".
create function trame.refuse_content_after_end() returns trigger language plpgsql as $$
declare
  owner text := case when tg_op = 'DELETE' then old.programme else new.programme end;
begin
  if exists (select 1 from trame.programme where id = owner and state <> 'RUNNING') then
    raise exception 'Programme % has ended', owner;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
