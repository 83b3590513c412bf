-- Orders to pay what an agreement promises: one person of the municipality prepares, another decides.
create table trame.payment_order (
  id           bigint generated always as identity primary key,
  agreement    bigint not null references trame.agreement,
  payee        bigint not null references trame.party,
  amount       numeric(14, 2) not null check (amount > 0),
  purpose      text not null check (btrim(purpose) <> ''),
  evidence     uuid not null references trame.document,
  state        text not null check (state in ('AWAITING', 'APPROVED', 'REFUSED')),
  prepared_by  text not null,
  prepared_on  date not null,
  decided_by   text,
  decided_on   date,
  mandate      bigint references trame.mandate,
  reason       text check (btrim(reason) <> ''),
  constraint payment_order_two_accounts check (decided_by <> prepared_by),
  constraint payment_order_decided check (
    (state <> 'AWAITING') = (decided_by is not null)
    and (decided_by is null) = (decided_on is null) and (decided_by is null) = (mandate is null)),
  constraint payment_order_refused check ((state = 'REFUSED') = (reason is not null)),
  constraint payment_order_days check (decided_on >= prepared_on)
);
create index payment_order_agreement on trame.payment_order (agreement);
create index payment_order_evidence on trame.payment_order (evidence);

-- What was decided stays so; until then nothing else changes, and nothing disappears.
create function trame.keep_payment_order() returns trigger language plpgsql as $$
declare decision text[] := array['state', 'decided_by', 'decided_on', 'mandate', 'reason'];
begin
  if tg_op = 'DELETE' or old.state <> 'AWAITING' or to_jsonb(new) - decision <> to_jsonb(old) - decision then
    raise exception 'The payment order % stays as it is', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger payment_order_kept before update or delete on trame.payment_order
  for each row execute function trame.keep_payment_order();

-- Never more than the agreement in force that day promises, and only to who signed it. Whoever orders or
-- approves holds the row of the agreement, so that of two at once the second sees the first.
create function trame.check_payment_within_agreement() returns trigger language plpgsql as $$
declare
  in_force trame.agreement_version;
  others numeric;
  day date := coalesce(new.decided_on, new.prepared_on);
begin
  if new.state = 'REFUSED' then
    return new;
  end if;
  perform from trame.agreement where id = new.agreement for no key update;
  select v.* into in_force from trame.agreement_version v join trame.agreement a on a.id = v.agreement
    where v.agreement = new.agreement and v.state = 'IN_FORCE' and v.in_force_on <= day
      and day <= coalesce(v.ends_on, 'infinity') and day < coalesce(a.ended_on, 'infinity');
  if not found then
    raise exception 'The agreement % is not in force on %', new.agreement, day
      using errcode = 'check_violation', constraint = 'payment_order_in_force';
  end if;
  if not exists (select from trame.agreement_signature where agreement = new.agreement
      and version = in_force.number and party = new.payee and capacity = 'SIGNATORY'
      and state = 'SIGNED') then
    raise exception 'The party % did not sign the agreement % in force', new.payee, new.agreement
      using errcode = 'check_violation', constraint = 'payment_order_payee';
  end if;
  -- What awaits a decision counts for a new order; what is approved for an approval.
  select coalesce(sum(amount), 0) into others from trame.payment_order
    where agreement = new.agreement and id <> new.id and state <> 'REFUSED'
      and (state = 'APPROVED' or new.state = 'AWAITING');
  if others + new.amount > coalesce(in_force.amount, 0) then
    raise exception 'More is ordered than the agreement % promises', new.agreement
      using errcode = 'check_violation', constraint = 'payment_order_within_agreement';
  end if;
  return new;
end $$;
create trigger payment_order_within_agreement before insert or update on trame.payment_order
  for each row execute function trame.check_payment_within_agreement();

-- Another human than who prepared decides, by a mandate of that day that goes up to the amount.
create function trame.check_payment_decision() returns trigger language plpgsql as $$
begin
  if new.state = 'AWAITING' then
    return new;
  end if;
  if new.prepared_by <> new.decided_by and exists (select from trame.party_person a
      join trame.party_person b on lower(a.mail) = lower(b.mail)
      where a.account = new.prepared_by and b.account = new.decided_by) then
    raise exception 'The same human prepared the payment order % and decides it', new.id
      using errcode = 'check_violation', constraint = 'payment_order_two_humans';
  end if;
  if not exists (select from trame.mandate m
      join trame.party_person p on p.id = m.person
      join trame.party o on o.id = m.party
      join trame.agreement a on a.id = new.agreement
      join trame.programme g on g.id = a.programme
      where m.id = new.mandate and p.account = new.decided_by
        and o.kind = 'MUNICIPALITY' and o.nis = g.nis
        and 'DECIDE' = any (m.powers)
        and new.decided_on between m.from_day and coalesce(m.to_day, 'infinity')
        and new.decided_on < coalesce(m.ended_on, 'infinity')
        and new.amount <= coalesce(m.ceiling, 'infinity'::numeric)) then
    raise exception 'The mandate % does not reach to the payment order %', new.mandate, new.id
      using errcode = 'check_violation', constraint = 'payment_order_mandate';
  end if;
  return new;
end $$;
create trigger payment_order_decision before insert or update on trame.payment_order
  for each row execute function trame.check_payment_decision();
