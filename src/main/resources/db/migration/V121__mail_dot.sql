-- What a node was about to do, kept where a commit waits for no disk: it outlives the node. A crash
-- of the server empties both tables, so what they say holds within one run of the server only.
create unlogged table trame.mail_run (
  one  boolean primary key default true check (one),
  run  uuid not null
);
create unlogged table trame.mail_dot (
  mail  integer primary key
);
alter table trame.mail add column server_run uuid;
