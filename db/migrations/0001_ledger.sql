-- The ledger: programs, accounts, events, entries and what belongs to them (ledger/README.md says what each means).
-- Hot tables begin their keys with the bucket of their owner. Instants are milliseconds since 1970 in UTC. Keys are
-- ordered by their bytes, whatever the language of the database.

create table organisation (
  id text collate "C" primary key,
  name text collate "C" not null,
  created_at bigint not null
);

create table program (
  id text collate "C" primary key,
  organisation_id text not null references organisation (id),
  name text collate "C" not null,
  clock text not null check (clock in ('real', 'sandbox')),
  sandbox_time bigint check ((clock = 'sandbox') = (sandbox_time is not null)),
  settings text not null,
  versions integer not null,
  draft text,
  draft_etag text,
  -- Makes voucher codes unguessable and identities unreadable; never leaves the database's own servers.
  secret bytea not null,
  created_at bigint not null
);

create table program_version (
  program_id text collate "C" not null references program (id),
  number integer not null,
  from_at bigint not null,
  text text not null,
  published_at bigint not null,
  actor text,
  note text,
  primary key (program_id, number)
);

-- How far the visit of every account for a version's start has come, by bucket.
create table version_walk (
  bucket integer not null,
  program_id text collate "C" not null,
  number integer not null,
  account_id text collate "C" not null,
  accounts bigint not null,
  finished boolean not null,
  primary key (bucket, program_id, number)
);

-- The end of each bucket's chain of batches. A batch takes its number here, so batches commit in number order.
create table bucket_head (
  bucket integer primary key,
  buckets integer not null,
  number bigint not null,
  hash bytea not null
) with (fillfactor = 10);

create table batch (
  bucket integer not null,
  number bigint not null,
  events integer not null,
  recorded_at bigint not null,
  hash bytea not null,
  primary key (bucket, number)
);

create table account (
  bucket integer not null,
  program_id text collate "C" not null,
  id text collate "C" not null,
  sequence bigint not null,
  -- A lower bound of when time alone changes something; null: never.
  wake_at bigint,
  head bytea not null,
  redirect text,
  document text not null,
  primary key (bucket, program_id, id)
) with (fillfactor = 60);

create index account_wake on account (bucket, program_id, wake_at) where wake_at is not null;

create table event (
  bucket integer not null,
  ordinal integer not null,
  batch bigint not null,
  sequence bigint not null,
  occurred_at bigint not null,
  at bigint not null,
  recorded_at bigint not null,
  version integer not null,
  program_id text collate "C" not null,
  account_id text collate "C" not null,
  id text collate "C" not null,
  kind text collate "C" not null,
  -- The purchase that a return is about.
  about text collate "C",
  -- Where, through what and by whom, as JSON.
  origin text not null,
  private_hash bytea,
  hash bytea not null,
  body text not null,
  facts text not null,
  reading text not null,
  rules text not null,
  balances text not null,
  primary key (bucket, program_id, account_id, sequence)
);

-- The program stands last or not at all, so that a planner without statistics cannot take one index for another.
create unique index event_id on event (bucket, id, program_id);
create index event_about on event (bucket, about) where about is not null;
create unique index event_feed on event (bucket, batch, ordinal);

create table private_row (
  bucket integer not null,
  program_id text collate "C" not null,
  account_id text collate "C" not null,
  sequence bigint not null,
  member_id text collate "C",
  salt bytea not null,
  -- Of all that was personal in the request, with the salt: whether a repeated key brings the same.
  content_hash bytea not null,
  body text not null,
  primary key (bucket, program_id, account_id, sequence)
);

create table entry (
  bucket integer not null,
  ordinal integer not null,
  sequence bigint not null,
  amount bigint not null check (amount > 0),
  program_id text collate "C" not null,
  account_id text collate "C" not null,
  debit text collate "C" not null,
  credit text collate "C" not null,
  currency text collate "C" not null,
  lot text collate "C",
  rule text collate "C",
  primary key (bucket, program_id, account_id, sequence, ordinal)
);

-- Name and contact of members, apart from accounts and the book.
create table member_private (
  bucket integer not null,
  program_id text collate "C" not null,
  account_id text collate "C" not null,
  member_id text collate "C" not null,
  body text,
  -- The claims that are this member's, as JSON: [kind, value hash].
  identities text not null,
  primary key (bucket, program_id, account_id, member_id)
);

-- What one owner at a time may have: identities, voucher codes, receipts. In the bucket of the claimed value.
create table claim (
  bucket integer not null,
  program_id text collate "C" not null,
  kind text collate "C" not null,
  value_hash bytea not null,
  account_id text collate "C" not null,
  -- The member, the voucher or the event.
  subject text not null,
  primary key (bucket, program_id, kind, value_hash)
);

-- What is scarce over many accounts. In the bucket of its own name.
create table allotment (
  bucket integer not null,
  program_id text collate "C" not null,
  kind text collate "C" not null,
  name text collate "C" not null,
  taken bigint not null,
  primary key (bucket, program_id, kind, name)
) with (fillfactor = 50);

create table allotment_take (
  bucket integer not null,
  program_id text collate "C" not null,
  kind text collate "C" not null,
  name text collate "C" not null,
  event_id text collate "C" not null,
  ordinal integer not null,
  -- Negative: given back.
  amount bigint not null,
  primary key (bucket, program_id, kind, name, event_id, ordinal)
);

-- What must reach another account, a channel or a provider.
create table outbox (
  bucket integer not null,
  program_id text collate "C" not null,
  account_id text collate "C" not null,
  sequence bigint not null,
  ordinal integer not null,
  kind text collate "C" not null,
  -- For messages to an account: the book's currency and amount that wait in transit.
  receiver_program_id text,
  receiver_account_id text,
  currency text collate "C",
  amount bigint,
  body text not null,
  answered_at bigint,
  primary key (bucket, program_id, account_id, sequence, ordinal)
);

-- Receipts without a member. In the bucket of store and number.
create table receipt (
  bucket integer not null,
  program_id text collate "C" not null,
  store text collate "C" not null,
  number text collate "C" not null,
  occurred_at bigint not null,
  claimable boolean not null,
  sort text not null,
  origin text not null,
  body text not null,
  primary key (bucket, program_id, store, number)
);

-- Answers to refused requests, kept for a day.
create table refused_request (
  bucket integer not null,
  program_id text collate "C" not null,
  account_id text collate "C" not null,
  event_id text collate "C" not null,
  content_hash bytea not null,
  refusal text not null,
  refused_at bigint not null,
  primary key (bucket, program_id, account_id, event_id)
);

-- Where resumable pieces of work stand.
create table progress (
  name text collate "C" primary key,
  value text not null,
  saved_at bigint not null
);

-- Until a table is analysed for the first time, a planner takes a bucket for a two-hundredth of it and would rather read
-- that than look rows up by key. So each hot table is analysed once with a single row, which then goes, as if a bucket
-- and a program were all there is.
alter table account alter bucket set (n_distinct = 1), alter program_id set (n_distinct = 1);
alter table event alter bucket set (n_distinct = 1), alter program_id set (n_distinct = 1);
alter table private_row alter bucket set (n_distinct = 1), alter program_id set (n_distinct = 1);
alter table entry alter bucket set (n_distinct = 1), alter program_id set (n_distinct = 1);
alter table member_private alter bucket set (n_distinct = 1), alter program_id set (n_distinct = 1);
alter table claim alter bucket set (n_distinct = 1), alter program_id set (n_distinct = 1);
alter table receipt alter bucket set (n_distinct = 1), alter program_id set (n_distinct = 1);
alter table refused_request alter bucket set (n_distinct = 1), alter program_id set (n_distinct = 1);
insert into account values (0, '', '', 0, 0, '', null, '');
insert into event values (0, 0, 0, 0, 0, 0, 0, 0, '', '', '', '', '', '', null, '', '', '', '', '', '');
insert into private_row values (0, '', '', 0, null, '', '', '');
insert into entry values (0, 0, 0, 1, '', '', '', '', '', null, null);
insert into member_private values (0, '', '', '', null, '');
insert into claim values (0, '', '', '', '', '');
insert into receipt values (0, '', '', '', 0, false, '', '', '');
insert into refused_request values (0, '', '', '', '', '', 0);
analyze account, event, private_row, entry, member_private, claim, receipt, refused_request;
delete from account;
delete from event;
delete from private_row;
delete from entry;
delete from member_private;
delete from claim;
delete from receipt;
delete from refused_request;
alter table account alter bucket reset (n_distinct), alter program_id reset (n_distinct);
alter table event alter bucket reset (n_distinct), alter program_id reset (n_distinct);
alter table private_row alter bucket reset (n_distinct), alter program_id reset (n_distinct);
alter table entry alter bucket reset (n_distinct), alter program_id reset (n_distinct);
alter table member_private alter bucket reset (n_distinct), alter program_id reset (n_distinct);
alter table claim alter bucket reset (n_distinct), alter program_id reset (n_distinct);
alter table receipt alter bucket reset (n_distinct), alter program_id reset (n_distinct);
alter table refused_request alter bucket reset (n_distinct), alter program_id reset (n_distinct);

-- The server may add to the book and never change it. Of what the book points to it may delete only private rows.
grant select, insert on event, entry, batch, allotment_take, organisation, program_version to trofast_app;
grant select, insert, update on program, version_walk, bucket_head, account, allotment, outbox, receipt, progress to trofast_app;
grant select, insert, delete on private_row to trofast_app;
grant select, insert, update, delete on member_private, claim, refused_request to trofast_app;
