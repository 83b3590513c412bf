-- A change of the programme may be about one of its agreements; a change of an agreement may follow
-- one of the programme.
alter table trame.amendment
  -- Subject of what it is about beside the programme, or null.
  add column matter text;
alter table trame.agreement_version
  -- Number of the amendment of the programme that it follows, which has been through everything.
  add column follows integer;
