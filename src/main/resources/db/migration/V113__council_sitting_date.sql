-- The sittings a municipal council has planned, known before it is convened to any of them.
create table trame.council_sitting_date (
  nis         text not null references trame.municipality,
  sitting_on  date not null,
  planned_on  date not null,
  planned_by  text not null,
  primary key (nis, sitting_on)
);
