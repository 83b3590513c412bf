-- A limit that no timer of a process watches is missed all the same, a working day later.
alter table trame.planned_notice drop constraint planned_notice_kind_check;
alter table trame.planned_notice add constraint planned_notice_kind_check
  check (kind in ('WARN', 'MISS', 'ESCALATE'));
