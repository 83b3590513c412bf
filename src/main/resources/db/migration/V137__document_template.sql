-- Templates of documents as a municipality words them. The last version of a kind and language is in
-- force; one without a text goes back to the template that comes with Trame.
create table trame.document_template (
  place     text not null,
  kind      text not null,
  language  text not null check (language in ('fr', 'nl')),
  version   integer not null check (version > 0),
  text      text check (length(text) between 1 and 100000),
  saved_by  text not null,
  saved_at  timestamptz not null,
  primary key (place, kind, language, version)
);

create function trame.refuse_document_template_change() returns trigger language plpgsql as $$
begin
  raise exception 'The history of templates is append-only';
end $$;
create trigger document_template_append_only before update or delete on trame.document_template
  for each row execute function trame.refuse_document_template_change();
create trigger document_template_not_truncated before truncate on trame.document_template
  for each statement execute function trame.refuse_document_template_change();

-- Versions follow one another: whoever writes on an older one is told.
create function trame.refuse_document_template_gap() returns trigger language plpgsql as $$
begin
  if new.version <> 1 + coalesce((select max(version) from trame.document_template
      where place = new.place and kind = new.kind and language = new.language), 0) then
    raise exception 'Version % of the template does not follow the last one', new.version;
  end if;
  return new;
end $$;
create trigger document_template_sequence before insert on trame.document_template
  for each row execute function trame.refuse_document_template_gap();
