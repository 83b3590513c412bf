-- The private link of an account's calendar feed. The token itself is kept nowhere: only its hash.
create table trame.calendar_link (
  account     text primary key,
  token_hash  text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at  timestamptz not null
);
