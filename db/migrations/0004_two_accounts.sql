-- What still has to reach another account, whether points wait in transit for it or not.
drop index outbox_waiting;
create index outbox_waiting on outbox (bucket, program_id, account_id, sequence, ordinal)
  where receiver_account_id is not null and answered_at is null;
