-- Documents of programmes: what people uploaded and what Trame generated. Neither ever changes.
create table trame.document (
  id           uuid primary key,
  programme    text not null references trame.programme,
  kind         text not null,
  reference    text,
  language     text check (language in ('fr', 'nl')),
  name         text not null check (length(name) between 1 and 200),
  media_type   text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  size         bigint not null check (size > 0),
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  code         text unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  source_hash  text,
  created_at   timestamptz not null,
  created_by   text not null,
  check ((kind = 'upload') = (code is null)),
  check ((code is null) = (source_hash is null)),
  check ((code is null) = (reference is null)),
  check ((code is null) = (language is null))
);
create index document_programme on trame.document (programme, created_at);
-- From the same data comes the same document.
create unique index document_source on trame.document
  (programme, kind, reference, language, source_hash) where code is not null;

-- The bytes, where they are kept in the database. Their hash is the database's own.
create table trame.document_content (
  key     uuid primary key,
  bytes   bytea not null,
  sha256  text not null generated always as (encode(sha256(bytes), 'hex')) stored
);
alter table trame.document_content alter column bytes set storage external;

-- A programme that has ended takes no uploads; what it was can still be printed.
create trigger document_ended before insert on trame.document
  for each row when (new.kind = 'upload') execute function trame.refuse_content_after_end();

create function trame.refuse_document_change() returns trigger language plpgsql as $$
begin
  raise exception 'A document never changes';
end $$;
create trigger document_kept before update or delete on trame.document
  for each row execute function trame.refuse_document_change();
create trigger document_not_truncated before truncate on trame.document
  for each statement execute function trame.refuse_document_change();
create trigger document_content_kept before update or delete on trame.document_content
  for each row execute function trame.refuse_document_change();
create trigger document_content_not_truncated before truncate on trame.document_content
  for each statement execute function trame.refuse_document_change();
