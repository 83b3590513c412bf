-- Acts of municipalities subject to the approval of the Government (ordinance of 14 May 1998,
-- art. 13 and 14, numac 1998031259). Assent has three states that are never counted together:
-- EXPLICIT (a decree), TACIT (silence, proved by the clock that lapsed), REFUSED (a decree).
create table trame.supervised_act (
  id                 bigint generated always as identity primary key,
  programme          text not null references trame.programme,
  number             integer not null check (number > 0),
  kind               text not null,
  step               text not null,
  source             text not null,
  title              text not null,
  reference          text not null,
  resolution_on      date not null,
  received_on        date not null,
  receipt            text not null,
  transmit_by        date not null,
  clock              bigint unique references trame.legal_clock,
  proposal           text check (proposal in ('APPROVED', 'REFUSED', 'EXTENDED')),
  proposal_motives   text,
  proposed_by        text,
  extended_on        date,
  extension_decree   text,
  extension_motives  text,
  assent             text check (assent in ('EXPLICIT', 'TACIT', 'REFUSED')),
  decided_on         date,
  decided_by         text,
  decree             text,
  motives            text,
  unique (programme, number),
  unique (programme, reference),
  check (received_on >= resolution_on),
  check ((proposal is null) = (proposed_by is null)),
  check ((extended_on is null) = (extension_motives is null)),
  check ((assent is null) = (decided_on is null)),
  check (assent is not null or (decided_by is null and decree is null and motives is null)),
  -- Silence has no author and no decree: its proof is the clock.
  check (assent is distinct from 'TACIT'
    or (clock is not null and decided_by is null and decree is null and motives is null)),
  -- A decree has an author, a reference, and reasons if it refuses (art. 5).
  check (assent is null or assent = 'TACIT' or (decided_by is not null and decree is not null)),
  check (assent is distinct from 'REFUSED' or motives is not null),
  check (decided_by is null or decided_by is distinct from proposed_by)
);
create trigger supervised_act_ended before insert or update or delete on trame.supervised_act
  for each row execute function trame.refuse_content_after_end();

-- What was decided, or what silence decided, stays.
create function trame.refuse_change_of_assent() returns trigger language plpgsql as $$
begin
  if old.assent is not null then
    raise exception 'the act % of the programme % has its assent: %',
      old.number, old.programme, old.assent;
  end if;
  return coalesce(new, old);
end
$$;
create trigger supervised_act_final before update or delete on trame.supervised_act
  for each row execute function trame.refuse_change_of_assent();
