-- A regime may ask for more than two convenings; the source of a presence rule is in the ledger.
alter table trame.commission_meeting drop column source;
alter table trame.commission_meeting drop constraint commission_meeting_convening_check;
alter table trame.commission_meeting add check (convening > 0);
