-- A dossier handed to the Region: one for the approval, one more for each heavy amendment.
create table trame.approval_dossier (
  id                bigint generated always as identity primary key,
  programme         text not null references trame.programme,
  number            integer not null check (number > 0),
  opened_on         date not null,
  sent_on           date,
  complete          boolean,
  missing           text,
  round             integer not null default 1 check (round > 0),
  version           integer not null,
  previous_version  integer,
  voted_version     integer not null,
  proposal          text check (proposal in ('APPROVED', 'APPROVED_IN_PART', 'REFUSED')),
  proposal_motives  text,
  proposed_by       text,
  outcome           text check (outcome in ('APPROVED', 'APPROVED_IN_PART', 'REFUSED')),
  motives           text,
  decided_by        text,
  decided_on        date,
  unique (programme, number),
  check ((outcome is null) = (motives is null)),
  check (complete is distinct from false or missing is not null),
  check (decided_by is distinct from proposed_by or decided_by is null)
);
create unique index approval_dossier_one_open on trame.approval_dossier (programme)
  where outcome is null;
create trigger approval_dossier_ended before insert or update or delete on trame.approval_dossier
  for each row execute function trame.refuse_content_after_end();

create table trame.approval_piece (
  dossier    bigint not null references trame.approval_dossier,
  programme  text not null references trame.programme,
  piece      text not null,
  present    boolean not null,
  reference  text,
  dated_on   date,
  primary key (dossier, piece),
  check (not present or (reference is not null and dated_on is not null))
);
create trigger approval_piece_ended before insert or update or delete on trame.approval_piece
  for each row execute function trame.refuse_content_after_end();

create table trame.approval_remark (
  id         bigint generated always as identity primary key,
  dossier    bigint not null references trame.approval_dossier,
  programme  text not null references trame.programme,
  round      integer not null check (round > 0),
  number     integer not null check (number > 0),
  topic      text not null,
  action     text,
  remark     text not null,
  withdrawn  boolean not null default false,
  unique (dossier, round, number)
);
create trigger approval_remark_ended before insert or update or delete on trame.approval_remark
  for each row execute function trame.refuse_content_after_end();

-- One answer to a remark each round, and what the Region makes of it.
create table trame.approval_answer (
  remark       bigint not null references trame.approval_remark,
  round        integer not null check (round > 0),
  programme    text not null references trame.programme,
  answer       text not null,
  changed      text,
  answered_on  date not null,
  accepted     boolean,
  verdict      text,
  primary key (remark, round),
  check (accepted is distinct from false or verdict is not null)
);
create trigger approval_answer_ended before insert or update or delete on trame.approval_answer
  for each row execute function trame.refuse_content_after_end();

create table trame.approval_exclusion (
  dossier    bigint not null references trame.approval_dossier,
  programme  text not null references trame.programme,
  action     text not null,
  reason     text not null,
  primary key (dossier, action)
);
create trigger approval_exclusion_ended before insert or update or delete
  on trame.approval_exclusion for each row execute function trame.refuse_content_after_end();
