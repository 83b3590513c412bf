-- Organisations that take part in programmes, the people who act for them, and by what mandate.
create function trame.valid_enterprise_number(number text) returns boolean
language sql immutable strict as $$
  select case when number ~ '^[01][0-9]{9}$'
    then right(number, 2)::int = 97 - (left(number, 8)::int % 97) else false end
$$;

create table trame.party (
  id                 bigint generated always as identity primary key,
  kind               text not null check (kind in
                       ('MUNICIPALITY', 'CPAS', 'REGION', 'COMMUNITY', 'ASSOCIATION', 'OTHER')),
  nis                text references trame.municipality,
  region             text not null,
  enterprise_number  text unique check (trame.valid_enterprise_number(enterprise_number)),
  name_fr            text not null check (btrim(name_fr) <> ''),
  name_nl            text not null check (btrim(name_nl) <> ''),
  address            text not null check (btrim(address) <> ''),
  contact_mail       text not null check (contact_mail ~ '^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$'),
  constraint party_local check (kind not in ('MUNICIPALITY', 'CPAS') or nis is not null),
  constraint party_regional check (kind not in ('REGION', 'COMMUNITY') or nis is null),
  constraint party_numbered check (kind <> 'ASSOCIATION' or enterprise_number is not null)
);
create unique index party_one_a_municipality on trame.party (nis, kind)
  where kind in ('MUNICIPALITY', 'CPAS');
create index party_place on trame.party (region, nis);

create table trame.party_person (
  id       bigint generated always as identity primary key,
  party    bigint not null references trame.party,
  name     text not null check (btrim(name) <> ''),
  mail     text not null check (mail ~ '^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$'),
  account  text,
  unique (party, account),
  unique (party, id)
);
create index party_person_account on trame.party_person (account);

create table trame.mandate (
  id             bigint generated always as identity primary key,
  party          bigint not null references trame.party,
  person         bigint not null,
  powers         text[] not null check (cardinality(powers) > 0
                   and powers <@ array['SIGN', 'GIVE_OPINION', 'DECIDE']),
  from_day       date not null,
  to_day         date,
  ceiling        numeric(14, 2) check (ceiling > 0),
  act_reference  text not null check (btrim(act_reference) <> ''),
  act_day        date not null,
  delegable      boolean not null,
  derived_from   bigint references trame.mandate,
  registered_on  date not null,
  ended_on       date,
  end_reason     text check (btrim(end_reason) <> ''),
  foreign key (party, person) references trame.party_person (party, id),
  constraint mandate_period check (to_day >= from_day),
  constraint mandate_act_first check (act_day <= from_day),
  constraint mandate_ended check ((ended_on is null) = (end_reason is null))
);
create index mandate_party on trame.mandate (party);
create index mandate_person on trame.mandate (person);
create index mandate_derived on trame.mandate (derived_from);

-- A mandate derived from another is never wider, nor derived from one that may not be delegated.
create function trame.check_derived_mandate() returns trigger language plpgsql as $$
declare source trame.mandate;
begin
  if new.derived_from is null then
    return new;
  end if;
  select * into source from trame.mandate where id = new.derived_from for share;
  if not source.delegable or source.ended_on is not null or source.party <> new.party
      or source.person = new.person
      or not new.powers <@ source.powers
      or new.from_day < source.from_day
      or coalesce(new.to_day, 'infinity') > coalesce(source.to_day, 'infinity')
      or coalesce(new.ceiling, 'infinity'::numeric) > coalesce(source.ceiling, 'infinity'::numeric) then
    raise exception 'A derived mandate is never wider than its source'
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger mandate_derived_within before insert on trame.mandate
  for each row execute function trame.check_derived_mandate();

-- A mandate stays as it was granted; it can only be ended, once.
create function trame.keep_mandate() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_on is not null
      or (to_jsonb(new) - 'ended_on' - 'end_reason') <> (to_jsonb(old) - 'ended_on' - 'end_reason') then
    raise exception 'A mandate stays as it was granted' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger mandate_kept before update or delete on trame.mandate
  for each row execute function trame.keep_mandate();

-- The handover asked for a mandate that ends: once each.
create table trame.handover (
  mandate    bigint primary key references trame.mandate,
  asked_on   date not null,
  done_on    date,
  successor  bigint references trame.party_person,
  note       text,
  check ((done_on is null) = (note is null))
);
