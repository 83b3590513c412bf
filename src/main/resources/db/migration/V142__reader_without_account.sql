-- Who is written to: an account, or somebody who has none and is known by a mail address. The name of
-- an account has no @, so that one column says which.
comment on column trame.announcement.account is 'account, or mail address of somebody without one';
comment on column trame.mail.account is 'account, or mail address of somebody without one';
comment on column trame.reader_preference.account is 'account, or mail address of somebody without one';
alter table trame.reader_preference add constraint reader_without_account
  check (position('@' in account) = 0 or coalesce(mail_address, account) = account);
