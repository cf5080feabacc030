-- What the console works with beside the book. Its tables are for screens: they begin with the program, hold nothing that
-- the book needs, and what is read from the feed (the second half) can be made again from it at any time.

create table program_setting (
  program_id text collate "C" primary key references program (id),
  body text not null
);

create table store (
  program_id text collate "C" not null references program (id),
  id text collate "C" not null,
  name text not null,
  market text collate "C" not null,
  zone text not null,
  primary key (program_id, id)
);

create table picture (
  program_id text collate "C" not null references program (id),
  hash text collate "C" not null,
  kind text not null,
  content bytea not null,
  primary key (program_id, hash)
);

-- Which picture something has: the program's logo, a reward.
create table picture_use (
  program_id text collate "C" not null references program (id),
  what text collate "C" not null,
  name text collate "C" not null,
  hash text collate "C" not null,
  primary key (program_id, what, name)
);

create table example_file (
  program_id text collate "C" primary key references program (id),
  text text not null,
  etag text not null
);

-- Personal: goes with the member.
create table note (
  program_id text collate "C" not null,
  member_id text collate "C" not null,
  id text collate "C" not null,
  author text not null,
  author_name text not null,
  text text not null,
  written_at bigint not null,
  primary key (program_id, member_id, id)
);

create table approval (
  program_id text collate "C" not null,
  id text collate "C" not null,
  state text not null check (state in ('waiting', 'accepted', 'declined')),
  member_id text collate "C" not null,
  account_id text collate "C" not null,
  currency text collate "C" not null,
  amount bigint not null,
  reason text not null,
  asked_by text not null,
  asked_by_name text not null,
  asked_at bigint not null,
  answered_by text,
  answered_by_name text,
  answered_at bigint,
  comment text,
  event_id text,
  primary key (program_id, id)
);

create index approval_asked on approval (program_id, asked_at desc);
create index approval_member on approval (program_id, member_id);

create table webhook (
  program_id text collate "C" not null references program (id),
  id text collate "C" not null,
  name text not null,
  url text not null,
  kinds text not null,
  secret text not null,
  is_active boolean not null,
  created_at bigint not null,
  -- Where in the feed it stands.
  cursor text not null,
  primary key (program_id, id)
);

create table delivery (
  program_id text collate "C" not null,
  webhook_id text collate "C" not null,
  id text collate "C" not null,
  event_id text collate "C" not null,
  kind text not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null,
  created_at bigint not null,
  next_at bigint not null,
  last_at bigint,
  status integer,
  problem text,
  primary key (program_id, webhook_id, id),
  foreign key (program_id, webhook_id) references webhook (program_id, id) on delete cascade
);

create index delivery_due on delivery (next_at) where state = 'waiting';
create index delivery_newest on delivery (program_id, webhook_id, created_at desc, id desc);

-- How far the feed of each bucket has been read into what follows, by which rules and over how many buckets.
create table follower (
  bucket integer primary key,
  buckets integer not null,
  rules integer not null,
  batch bigint not null,
  ordinal integer not null
);

-- Sums of a day in the market's zone.
create table day_count (
  program_id text collate "C" not null,
  measure text collate "C" not null,
  day integer not null,
  market text collate "C" not null,
  key text collate "C" not null,
  amount bigint not null,
  primary key (program_id, measure, day, market, key)
);

create table day_flow (
  program_id text collate "C" not null,
  day integer not null,
  market text collate "C" not null,
  currency text collate "C" not null,
  debit text collate "C" not null,
  credit text collate "C" not null,
  amount bigint not null,
  primary key (program_id, day, market, currency, debit, credit)
);

create table account_day (
  program_id text collate "C" not null,
  day integer not null,
  account_id text collate "C" not null,
  market text collate "C" not null,
  purchases integer not null,
  primary key (program_id, day, account_id)
);

create table level_move (
  program_id text collate "C" not null,
  day integer not null,
  account_id text collate "C" not null,
  sequence bigint not null,
  ladder text collate "C" not null,
  market text collate "C" not null,
  left_level text collate "C",
  level text collate "C" not null,
  primary key (program_id, day, account_id, sequence, ladder)
);

-- A line of the list of members. Name and contact are personal: the row goes with the member.
create table member_summary (
  program_id text collate "C" not null,
  member_id text collate "C" not null,
  account_id text collate "C" not null,
  market text collate "C" not null,
  since integer not null,
  person text not null,
  cards text not null,
  levels text not null,
  points jsonb not null,
  purchases integer not null,
  last_purchase integer,
  -- program/market/UK, program/level/status/gold
  tags text[] collate "C" not null,
  primary key (program_id, member_id)
);

create index member_summary_since on member_summary (program_id, since desc, member_id desc);
create index member_summary_account on member_summary (program_id, account_id);
create index member_summary_tags on member_summary using gin (tags);

-- What members are found by, in small letters without accents.
create table member_word (
  program_id text collate "C" not null,
  word text collate "C" not null,
  member_id text collate "C" not null,
  primary key (program_id, word, member_id)
);

create index member_word_member on member_word (program_id, member_id);

create table list_stay (
  program_id text collate "C" not null,
  list text collate "C" not null,
  member_id text collate "C" not null,
  from_day integer not null,
  through_day integer,
  primary key (program_id, list, member_id, from_day)
);

create index list_stay_member on list_stay (program_id, member_id);

grant select, insert, update, delete on
  program_setting, store, picture, picture_use, example_file, note, approval, webhook, delivery,
  follower, day_count, day_flow, account_day, level_move, member_summary, member_word, list_stay
to trofast_app;
