-- A decree sent on the last day or before counts by its sending (ordinance of 14 May 1998, art. 4,
-- 3°, numac 1998031259). Written down after the act was deemed approved, it puts the silence right.
alter table trame.supervised_act
  add column put_right_on   date,
  add column sending_proof  text check (sending_proof <> ''),
  add constraint supervised_act_put_right check (
    (put_right_on is null) = (sending_proof is null)
    and (put_right_on is null
      or (assent is not null and assent <> 'TACIT' and clock is not null
        and put_right_on >= decided_on)));

-- What was decided stays, and what silence decided, save for that one case.
create or replace function trame.refuse_change_of_assent() returns trigger language plpgsql as $$
declare
  answer constant text[] := array['assent', 'decided_on', 'decided_by', 'decree', 'motives',
    'put_right_on', 'sending_proof'];
begin
  if tg_op = 'INSERT' then
    if new.put_right_on is not null then
      raise exception 'the act % of the programme % was not deemed approved',
        new.number, new.programme;
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and old.assent = 'TACIT' and new.assent in ('EXPLICIT', 'REFUSED')
    and new.put_right_on is not null
    and new.decided_on >= new.received_on
    and to_jsonb(new) - answer = to_jsonb(old) - answer
    and exists (select from trame.legal_clock c where c.id = old.clock and c.state = 'MET'
      and c.met_on = new.decided_on and c.met_on <= c.due_on)
  then
    return new;
  end if;
  if old.assent is not null then
    raise exception 'the act % of the programme % has its assent: %',
      old.number, old.programme, old.assent;
  end if;
  if tg_op = 'UPDATE' and new.put_right_on is not null then
    raise exception 'the act % of the programme % was not deemed approved',
      new.number, new.programme;
  end if;
  return coalesce(new, old);
end
$$;
drop trigger supervised_act_final on trame.supervised_act;
create trigger supervised_act_final before insert or update or delete on trame.supervised_act
  for each row execute function trame.refuse_change_of_assent();
