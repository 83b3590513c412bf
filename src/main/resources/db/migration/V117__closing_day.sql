-- The days on which the offices of a municipality are closed, each with a name.
create table trame.closing_day (
  nis  text not null references trame.municipality,
  day  date not null,
  name text not null check (btrim(name) <> ''),
  primary key (nis, day)
);

-- What was typed as days of every year becomes days of the year it was confirmed in and the next.
insert into trame.closing_day (nis, day, name)
select distinct nis, day, 'Jour de fermeture'
from (
  select p.nis, make_date(y, m, 1) + (d - 1) as day, m
  from trame.municipal_profile p
  cross join lateral (
    select part[1]::int as d, part[2]::int as m
    from regexp_matches(p.closing_days, '(\d{1,2})/(\d{1,2})', 'g') as part
  ) typed
  cross join lateral generate_series(
    extract(year from p.confirmed_on)::int, extract(year from p.confirmed_on)::int + 1) as y
  where m between 1 and 12 and d between 1 and 31
) days
where extract(month from day) = m;

alter table trame.municipal_profile drop column closing_days;
