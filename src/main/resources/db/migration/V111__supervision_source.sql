-- The articles in Dutch, as the table of the law says them.
alter table trame.supervised_act add column source_nl text not null default '';
