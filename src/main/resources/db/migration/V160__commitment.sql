-- What the organisations of an agreement promise each other: in its text, then in its life.

create table trame.agreement_commitment (
  agreement    bigint not null,
  version      integer not null,
  code         text not null check (code ~ '^E[1-9][0-9]{0,3}$'),
  clause       integer not null,
  author       bigint not null,
  beneficiary  bigint not null,
  promise      text not null check (btrim(promise) <> ''),
  first_due    date not null,
  recurrence   text not null check (recurrence in
                 ('ONCE', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
  last_due     date,
  notice_days  integer not null check (notice_days between 0 and 365),
  evidence     text not null check (btrim(evidence) <> ''),
  primary key (agreement, version, code),
  -- A clause moves up when one before it is taken away.
  foreign key (agreement, version, clause) references trame.agreement_clause on update cascade,
  foreign key (agreement, version, author) references trame.agreement_party,
  foreign key (agreement, version, beneficiary) references trame.agreement_party,
  check (author <> beneficiary),
  check ((recurrence = 'ONCE') = (last_due is null)),
  check (last_due >= first_due)
);
create trigger agreement_commitment_frozen before insert or update or delete
  on trame.agreement_commitment for each row execute function trame.refuse_change_of_frozen_text();

create function trame.refuse_commitment_after_agreement() returns trigger language plpgsql as $$
begin
  if old.text is null and new.text is not null and exists (
      select from trame.agreement_commitment c where c.agreement = new.agreement
      and c.version = new.number and coalesce(c.last_due, c.first_due) > new.ends_on) then
    raise exception 'A commitment of the agreement % is due after its end', new.agreement
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger agreement_commitments_within before update on trame.agreement_version
  for each row execute function trame.refuse_commitment_after_agreement();
