-- Mediations over agreements that are blocked: a named third party, and what came of it.
create table trame.agreement_mediation (
  id          bigint generated always as identity primary key,
  agreement   bigint not null,
  version     integer not null,
  -- A signature refused, or all of them not given in time.
  cause       text not null check (cause in ('REFUSAL', 'DELAY')),
  opened_on   date not null,
  mediator    bigint references trame.party_person,
  -- The act by which the parties accepted him.
  consent     text check (btrim(consent) <> ''),
  named_on    date,
  outcome     text check (outcome in
                ('SIGNED', 'CHANGED', 'JOINT_PROJECT', 'PARTNER_LEAVES', 'ABANDONED')),
  words       text check (btrim(words) <> ''),
  leaving     bigint references trame.party,
  joined      bigint references trame.agreement,
  closed_on   date,
  foreign key (agreement, version) references trame.agreement_version,
  check ((mediator is null) = (consent is null) and (mediator is null) = (named_on is null)),
  check ((outcome is null) = (closed_on is null) and (outcome is null) = (words is null)),
  -- A joint project or a leave is what a mediator brings about; the rest may come without one.
  check (mediator is not null or outcome not in ('JOINT_PROJECT', 'PARTNER_LEAVES')),
  check ((outcome is not distinct from 'PARTNER_LEAVES') = (leaving is not null)),
  check ((outcome is not distinct from 'JOINT_PROJECT') = (joined is not null))
);
create unique index agreement_one_mediation on trame.agreement_mediation (agreement)
  where closed_on is null;
create index agreement_mediation_mediator on trame.agreement_mediation (mediator);

-- What came of a mediation stays what it was.
create function trame.keep_mediation() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.closed_on is not null then
    raise exception 'The mediation % is closed', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger agreement_mediation_kept before update or delete on trame.agreement_mediation
  for each row execute function trame.keep_mediation();
