-- What a person says an uploaded file is. Said once, like the file itself.
create table trame.document_title (
  document     uuid primary key references trame.document,
  title        text check (length(title) between 1 and 200),
  description  text check (length(description) between 1 and 4000),
  said_by      text not null,
  check (title is not null or description is not null)
);
create trigger document_title_kept before update or delete on trame.document_title
  for each row execute function trame.refuse_document_change();
create trigger document_title_not_truncated before truncate on trame.document_title
  for each statement execute function trame.refuse_document_change();
