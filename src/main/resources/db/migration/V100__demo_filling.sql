-- One row from the moment the demonstration begins to be filled in.
create table trame.demo_filling (
  started_at   timestamptz not null,
  finished_at  timestamptz
);
