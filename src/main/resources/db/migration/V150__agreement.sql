-- Agreements of programmes: their text by version, who signs it and in which order, what each said.
create table trame.agreement (
  id             bigint generated always as identity primary key,
  programme      text not null references trame.programme,
  number         integer not null check (number > 0),
  kind           text not null,
  state          text not null check (state in ('OPEN', 'IN_FORCE', 'ENDED', 'ABANDONED')),
  opened_on      date not null,
  in_force_on    date,
  ended_on       date,
  end_reason     text,
  -- The joint agreement that took its place (guide P9).
  merged_into    bigint references trame.agreement,
  unique (programme, number),
  check ((state in ('ENDED', 'ABANDONED')) = (ended_on is not null)),
  check ((ended_on is null) = (end_reason is null)),
  check (state <> 'IN_FORCE' or in_force_on is not null)
);
create trigger agreement_ended before insert or update or delete on trame.agreement
  for each row execute function trame.refuse_content_after_end();

create table trame.agreement_version (
  agreement       bigint not null references trame.agreement,
  number          integer not null check (number > 0),
  -- The version in force that it changes; null for the first text.
  amends          integer,
  state           text not null check (state in
                    ('DRAFT', 'READY', 'SIGNING', 'REFUSED', 'IN_FORCE', 'SUPERSEDED', 'VOID')),
  title           text not null check (btrim(title) <> ''),
  amount          numeric(14, 2) check (amount > 0),
  ends_on         date,
  object          text,
  kind            text check (kind in ('LIGHT', 'HEAVY')),
  kind_reason_fr  text,
  kind_reason_nl  text,
  kind_source     text,
  text            text,
  text_sha256     text check (text_sha256 ~ '^[0-9a-f]{64}$'),
  frozen_at       timestamptz,
  frozen_by       text,
  in_force_on     date,
  void_reason     text,
  primary key (agreement, number),
  foreign key (agreement, amends) references trame.agreement_version,
  check ((text is null) = (text_sha256 is null) and (text is null) = (frozen_at is null)
    and (text is null) = (frozen_by is null)),
  check (state not in ('READY', 'SIGNING', 'REFUSED', 'IN_FORCE', 'SUPERSEDED') or text is not null),
  check (state <> 'DRAFT' or text is null),
  check ((state in ('IN_FORCE', 'SUPERSEDED')) = (in_force_on is not null)),
  check ((state = 'VOID') = (void_reason is not null))
);
create unique index agreement_one_in_force on trame.agreement_version (agreement)
  where state = 'IN_FORCE';
create unique index agreement_one_under_way on trame.agreement_version (agreement)
  where state in ('DRAFT', 'READY', 'SIGNING', 'REFUSED');

create table trame.agreement_clause (
  agreement  bigint not null,
  version    integer not null,
  number     integer not null check (number > 0),
  heading    text not null check (btrim(heading) <> ''),
  body       text not null check (btrim(body) <> ''),
  -- Code of the action of the programme it carries out, if it is about one.
  action     text,
  primary key (agreement, version, number),
  foreign key (agreement, version) references trame.agreement_version
);

-- The groups that sign, each in its turn: those of the lowest rank first.
create table trame.agreement_group (
  agreement  bigint not null,
  version    integer not null,
  code       text not null check (code ~ '^[a-z][a-z0-9-]*$'),
  rank       integer not null check (rank > 0),
  capacity   text not null check (capacity in ('SIGNATORY', 'ENDORSER', 'WITNESS')),
  label_fr   text not null check (btrim(label_fr) <> ''),
  label_nl   text not null check (btrim(label_nl) <> ''),
  -- How many of its parties have to; null: all of them.
  needed     integer check (needed > 0),
  -- How many people sign for one party.
  signers    integer not null check (signers between 1 and 5),
  -- Kinds of organisations that may be in it, separated by spaces; null: any.
  party_kinds text,
  -- Step of the time limits whose silence is worth an assent; null: silence is worth nothing.
  silence    text,
  -- Where the group comes from; null: the agreement itself.
  source     text,
  source_nl  text,
  primary key (agreement, version, code),
  foreign key (agreement, version) references trame.agreement_version,
  check (silence is null or capacity = 'ENDORSER'),
  check ((source is null) = (source_nl is null))
);

create table trame.agreement_party (
  agreement  bigint not null,
  version    integer not null,
  party      bigint not null references trame.party,
  grp        text not null,
  -- An organisation is there once, in one capacity.
  primary key (agreement, version, party),
  foreign key (agreement, version, grp) references trame.agreement_group (agreement, version, code)
);
create index agreement_party_party on trame.agreement_party (party);

-- What was sent for signing stays as it was.
create function trame.refuse_change_of_frozen_text() returns trigger language plpgsql as $$
declare
  frozen boolean;
  row_agreement bigint := (case when tg_op = 'DELETE' then old.agreement else new.agreement end);
  row_version integer := (case when tg_op = 'DELETE' then old.version else new.version end);
begin
  select state <> 'DRAFT' into frozen from trame.agreement_version
    where agreement = row_agreement and number = row_version;
  if frozen then
    raise exception 'Version % of the agreement % is frozen', row_version, row_agreement
      using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger agreement_clause_frozen before insert or update or delete on trame.agreement_clause
  for each row execute function trame.refuse_change_of_frozen_text();
create trigger agreement_group_frozen before insert or update or delete on trame.agreement_group
  for each row execute function trame.refuse_change_of_frozen_text();
create trigger agreement_party_frozen before insert or update or delete on trame.agreement_party
  for each row execute function trame.refuse_change_of_frozen_text();

create function trame.keep_frozen_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.text is not null and (
      new.text is distinct from old.text or new.text_sha256 <> old.text_sha256
      or new.title <> old.title or new.amount is distinct from old.amount
      or new.ends_on is distinct from old.ends_on or new.amends is distinct from old.amends)) then
    raise exception 'Version % of the agreement % is frozen', old.number, old.agreement
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger agreement_version_frozen before update or delete on trame.agreement_version
  for each row execute function trame.keep_frozen_version();

-- One row for each signature awaited: party and place among its signers.
create table trame.agreement_signature (
  id              bigint generated always as identity primary key,
  agreement       bigint not null,
  version         integer not null,
  party           bigint not null,
  grp             text not null,
  capacity        text not null check (capacity in ('SIGNATORY', 'ENDORSER', 'WITNESS')),
  rank            integer not null,
  state           text not null check (state in ('TO_COME', 'AWAITED', 'TO_CONFIRM', 'SIGNED',
                    'REFUSED', 'TACIT', 'NOT_NEEDED', 'VOID')),
  asked_on        date,
  mode            text check (mode in ('ELECTRONIC', 'PDF', 'PAPER')),
  person          bigint references trame.party_person,
  mandate         bigint references trame.mandate,
  -- Whoever it is, under whatever organisation: account, or mail address without one.
  human           text,
  signed_on       date,
  signed_at       timestamptz,
  text_sha256     text,
  document        uuid references trame.document,
  certificate     text,
  certificate_name text,
  certificate_level text,
  entered_by      text,
  confirmed_by    text,
  confirmed_at    timestamptz,
  clock           bigint references trame.legal_clock,
  reason          text,
  void_reason     text,
  reminded_on     date,
  foreign key (agreement, version, party) references trame.agreement_party,
  foreign key (agreement, version, grp) references trame.agreement_group (agreement, version, code),
  check (state <> 'TO_COME' or asked_on is null),
  check (state not in ('SIGNED', 'TO_CONFIRM') or (mode is not null and person is not null
    and human is not null and signed_on is not null and text_sha256 is not null
    and entered_by is not null)),
  -- A witness attests what he saw and needs no mandate: he is no signatory.
  check (state <> 'SIGNED' or capacity = 'WITNESS' or mandate is not null),
  -- A signature on paper is what two people say it is.
  check (state <> 'SIGNED' or mode <> 'PAPER'
    or (document is not null and confirmed_by is not null and confirmed_by <> entered_by)),
  check (state <> 'SIGNED' or mode <> 'PDF' or (document is not null and certificate is not null)),
  check (mode is null or mode <> 'PAPER' or document is not null),
  -- Silence is worth an assent only where a clock proves it, and has no author.
  check ((state = 'TACIT') = (clock is not null) or state = 'VOID'),
  check (state <> 'TACIT' or (capacity = 'ENDORSER' and person is null and mode is null)),
  check (state <> 'REFUSED' or (reason is not null and person is not null)),
  check ((state = 'VOID') = (void_reason is not null))
);
create index agreement_signature_version on trame.agreement_signature (agreement, version);
-- Nobody signs twice: neither for two parties nor in two places of one.
create unique index agreement_one_signature_each on trame.agreement_signature
  (agreement, version, human) where state in ('SIGNED', 'TO_CONFIRM');

-- What was said stays said; it can only become void.
create function trame.keep_signature() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.state in ('SIGNED', 'REFUSED', 'TACIT', 'VOID', 'NOT_NEEDED')
      and not (new.state = 'VOID' and old.state <> 'VOID'
        and (to_jsonb(new) - 'state' - 'void_reason') = (to_jsonb(old) - 'state' - 'void_reason'))) then
    raise exception 'The signature % stays as it was given', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger agreement_signature_kept before update or delete on trame.agreement_signature
  for each row execute function trame.keep_signature();

-- A reservation is on a clause, on an action, or on the whole; it stands with the signature.
create table trame.agreement_reservation (
  id         bigint generated always as identity primary key,
  signature  bigint not null references trame.agreement_signature,
  clause     integer,
  action     text,
  words      text not null check (btrim(words) <> ''),
  made_by    text not null,
  check (clause is null or action is null)
);
create function trame.keep_reservation() returns trigger language plpgsql as $$
begin
  if exists (select from trame.agreement_signature s where s.id =
      (case when tg_op = 'INSERT' then new.signature else old.signature end)
      and s.state not in ('AWAITED', 'TO_CONFIRM')) then
    raise exception 'The signature has been given' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger agreement_reservation_kept before insert or update or delete
  on trame.agreement_reservation for each row execute function trame.keep_reservation();
