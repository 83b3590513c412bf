-- A remark is the Region's own until its round of examination ends: then it is sent.
alter table trame.approval_remark add column sent_on date;
