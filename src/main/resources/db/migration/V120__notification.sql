-- Where and in which language a person wants to be written to; who has no row has the defaults.
create table trame.reader_preference (
  account       text primary key,
  language      text not null check (language in ('fr', 'nl')),
  mail_address  text check (mail_address <> ''),
  mails         boolean not null,
  changed_at    timestamptz not null
);

-- One message to one person. Its state says how far it got; see docs/adr/0007.
create table trame.mail (
  id            integer generated always as identity primary key,
  account       text not null,
  for_day       date not null,
  part          smallint not null check (part > 0),
  message_id    text not null unique,
  language      text not null check (language in ('fr', 'nl')),
  address       text check (address <> ''),
  subject       text not null,
  text_part     text not null,
  html_part     text not null,
  composed_at   timestamptz not null,
  state         text not null check (state in
                  ('READY', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN', 'KEPT')),
  kept_why      text check (kept_why in ('NO_SERVER', 'NO_ADDRESS', 'SWITCHED_OFF')),
  attempts      integer not null default 0,
  next_try_at   timestamptz not null,
  last_error    text,
  again_by      text,
  again_at      timestamptz,
  sending_at    timestamptz,
  source        bytea,
  sha256        text,
  sent_at       timestamptz,
  server_reply  text,
  unique (account, for_day, part),
  check ((state = 'KEPT') = (kept_why is not null)),
  check (state = 'KEPT' or address is not null),
  check (state not in ('SENDING', 'SENT', 'UNCERTAIN')
         or (sending_at is not null and source is not null and sha256 is not null)),
  check ((state = 'SENT') = (sent_at is not null and server_reply is not null))
);
create index mail_under_way on trame.mail (next_try_at) where state in ('READY', 'SENDING');
create index mail_troubled on trame.mail (id) where state in ('FAILED', 'UNCERTAIN');
create index mail_of_account on trame.mail (account, id desc);

create function trame.keep_sent_mail() returns trigger language plpgsql as $$
begin
  raise exception 'A sent mail is a proof and stays as it is';
end $$;
create trigger mail_sent before update or delete on trame.mail
  for each row when (old.state = 'SENT') execute function trame.keep_sent_mail();

-- What a person is told; written in the transaction of what it tells.
create table trame.announcement (
  id          bigint generated always as identity primary key,
  account     text not null,
  kind        text not null,
  subject     text not null,
  clock       bigint references trame.legal_clock,
  details     jsonb not null,
  told_on     date not null,
  for_day     date not null,
  created_at  timestamptz not null,
  mail        integer references trame.mail
);
-- The same thing is told once to a person.
create unique index announcement_once
  on trame.announcement (account, told_on, kind, subject, coalesce(clock, 0), details);
create index announcement_waiting on trame.announcement (for_day, account) where mail is null;
create index announcement_of_mail on trame.announcement (mail);
