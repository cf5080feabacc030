-- What still has to reach another account, found without reading what was delivered long ago.
create index outbox_waiting on outbox (bucket, program_id, account_id, sequence, ordinal)
  where amount is not null and answered_at is null;
