create table trame.ledger_entry (
  id         bigint generated always as identity primary key,
  subject    text not null,
  at         timestamptz not null,
  actor      text not null,
  by_system  boolean not null,
  act        text not null,
  details    jsonb not null
);
create index ledger_entry_subject on trame.ledger_entry (subject, id);

create function trame.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only';
end $$;

create trigger ledger_entry_append_only before update or delete on trame.ledger_entry
  for each row execute function trame.refuse_change();
create trigger ledger_entry_not_truncated before truncate on trame.ledger_entry
  for each statement execute function trame.refuse_change();
