create table trame.municipal_profile (
  nis                text primary key references trame.municipality,
  members_in_office  integer not null check (members_in_office > 0),
  office_email       text not null,
  closing_days       text not null,
  confirmed_on       date not null,
  confirmed_by       text not null
);
