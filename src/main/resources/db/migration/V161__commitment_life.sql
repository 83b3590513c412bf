-- The life of what was promised: terms, due dates as they come, changes agreed on, reviews.

create table trame.commitment (
  id          bigint generated always as identity primary key,
  agreement   bigint not null,
  -- The version whose text says it now.
  version     integer not null,
  code        text not null,
  begun_on    date not null,
  ended_on    date,
  end_reason  text check (end_reason in ('REPLACED', 'REMOVED', 'AGREEMENT_ENDED')),
  foreign key (agreement, version, code) references trame.agreement_commitment,
  check ((ended_on is null) = (end_reason is null))
);
create unique index commitment_one_live on trame.commitment (agreement, code)
  where ended_on is null;
create index commitment_agreement on trame.commitment (agreement);

create table trame.commitment_change (
  id             bigint generated always as identity primary key,
  commitment     bigint not null references trame.commitment,
  -- The due date that was next when it was proposed.
  about_due      date not null,
  party          bigint not null references trame.party,
  proposed_by    text not null,
  proposed_on    date not null,
  next_due       date not null,
  recurrence     text not null check (recurrence in
                   ('ONCE', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
  last_due       date,
  notice_days    integer not null check (notice_days between 0 and 365),
  evidence       text not null check (btrim(evidence) <> ''),
  reason         text not null check (btrim(reason) <> ''),
  state          text not null check (state in
                   ('PROPOSED', 'ACCEPTED', 'REFUSED', 'UNANSWERED', 'OBSOLETE')),
  answered_on    date,
  answered_by    text,
  answer_reason  text,
  clock          bigint references trame.legal_clock,
  check ((recurrence = 'ONCE') = (last_due is null)),
  check (last_due >= next_due),
  -- Nobody consents to what he proposes himself; silence is no consent.
  check ((state in ('ACCEPTED', 'REFUSED')) = (answered_by is not null)),
  check (answered_by <> proposed_by),
  check (state <> 'REFUSED' or btrim(answer_reason) <> ''),
  check ((state = 'UNANSWERED') = (clock is not null))
);
create unique index commitment_change_one_open on trame.commitment_change (commitment)
  where state = 'PROPOSED';
create index commitment_change_commitment on trame.commitment_change (commitment);

create table trame.commitment_terms (
  commitment   bigint not null references trame.commitment,
  number       integer not null check (number > 0),
  since        date not null,
  first_due    date not null,
  recurrence   text not null check (recurrence in
                 ('ONCE', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
  last_due     date,
  notice_days  integer not null check (notice_days between 0 and 365),
  evidence     text not null check (btrim(evidence) <> ''),
  -- The change both sides agreed on; null: the text itself.
  change       bigint unique references trame.commitment_change,
  primary key (commitment, number),
  check ((number = 1) = (change is null)),
  check ((recurrence = 'ONCE') = (last_due is null)),
  check (last_due >= first_due)
);

create table trame.commitment_occurrence (
  id              bigint generated always as identity primary key,
  commitment      bigint not null,
  terms           integer not null,
  due_on          date not null,
  state           text not null check (state in
                    ('TO_COME', 'DUE', 'DECLARED', 'KEPT', 'KEPT_LATE', 'BROKEN', 'NOT_NEEDED')),
  opened_on       date,
  -- Not declared by this day, it is broken.
  grace_until     date,
  declared_on     date,
  declared_by     text,
  done_on         date,
  done_words      text,
  document        uuid references trame.document,
  contested_on    date,
  contested_by    text,
  contest_reason  text,
  answered_on     date,
  answered_by     text,
  answer_words    text,
  answer_document uuid references trame.document,
  settled_on      date,
  settled_by      text,
  settled_words   text,
  broken_why      text check (broken_why in ('SILENT', 'UNANSWERED', 'CONTESTED', 'CONCEDED')),
  not_needed_why  text check (not_needed_why in
                    ('BEFORE_FORCE', 'CHANGED', 'REPLACED', 'REMOVED', 'AGREEMENT_ENDED')),
  foreign key (commitment, terms) references trame.commitment_terms,
  check (state <> 'TO_COME' or opened_on is null),
  check (state not in ('DUE', 'DECLARED', 'KEPT', 'KEPT_LATE', 'BROKEN')
    or (opened_on is not null and grace_until >= due_on)),
  check (state not in ('DECLARED', 'KEPT', 'KEPT_LATE') or (declared_on is not null
    and declared_by is not null and done_on <= declared_on
    and (document is not null or btrim(done_words) <> ''))),
  -- Kept is what the beneficiary says; silence is no assent, and nobody confirms himself.
  check (state not in ('KEPT', 'KEPT_LATE') or settled_by is not null),
  check (settled_by <> declared_by or broken_why = 'CONCEDED'),
  check (state <> 'KEPT' or done_on <= due_on),
  check (state <> 'KEPT_LATE' or done_on > due_on),
  check ((state = 'BROKEN') = (broken_why is not null)),
  check ((state = 'NOT_NEEDED') = (not_needed_why is not null)),
  check ((contested_on is null) = (contest_reason is null)),
  check (answered_on is null or contested_on is not null)
);
create unique index commitment_occurrence_one on trame.commitment_occurrence (commitment, due_on)
  where state <> 'NOT_NEEDED';

-- What was said stays said: a due date that is over, terms that held, an answer that was given.
create function trame.keep_occurrence() returns trigger language plpgsql as $$
begin
  if (tg_op = 'DELETE' and old.state <> 'TO_COME')
      or (tg_op = 'UPDATE' and old.state in ('KEPT', 'KEPT_LATE', 'BROKEN', 'NOT_NEEDED'))
      or (tg_op = 'UPDATE' and (new.due_on <> old.due_on or new.commitment <> old.commitment)) then
    raise exception 'The due date % stays as it was', old.id using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger commitment_occurrence_kept before update or delete on trame.commitment_occurrence
  for each row execute function trame.keep_occurrence();

create function trame.keep_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'PROPOSED' then
    raise exception 'The change % stays as it was', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger commitment_change_kept before update or delete on trame.commitment_change
  for each row execute function trame.keep_change();

create function trame.keep_terms() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'Terms of the commitment % stay as they were', old.commitment
      using errcode = 'check_violation';
  end if;
  if new.change is not null and not exists (select from trame.commitment_change c
      where c.id = new.change and c.commitment = new.commitment and c.state = 'ACCEPTED') then
    raise exception 'The change % was not agreed on', new.change using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger commitment_terms_kept before insert or update or delete on trame.commitment_terms
  for each row execute function trame.keep_terms();

create function trame.refuse_commitment_after_end() returns trigger language plpgsql as $$
begin
  if exists (select from trame.commitment c join trame.agreement a on a.id = c.agreement
      join trame.programme p on p.id = a.programme
      where c.id = new.commitment and p.state <> 'RUNNING') then
    raise exception 'The programme of the commitment % has ended', new.commitment
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger commitment_occurrence_ended before insert or update on trame.commitment_occurrence
  for each row execute function trame.refuse_commitment_after_end();
create trigger commitment_change_ended before insert or update on trame.commitment_change
  for each row execute function trame.refuse_commitment_after_end();

create table trame.agreement_review (
  id         bigint generated always as identity primary key,
  agreement  bigint not null references trame.agreement,
  done_on    date not null,
  done_by    text not null,
  outcome    text not null check (outcome in ('CONTINUES', 'TO_AMEND', 'TO_END')),
  words      text not null check (btrim(words) <> '')
);
create index agreement_review_agreement on trame.agreement_review (agreement);
