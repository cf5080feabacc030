-- The till without a network: how much it may honour, by which key its snapshots are signed, and what could not be
-- honoured afterwards.

alter table till add zone text;
-- What one member may pay with points while there is no network, minor units of the market.
alter table till add offline_limit bigint not null default 20000;

-- An Ed25519 pair for each program, made when it is first needed.
create table snapshot_key (
  program_id text collate "C" primary key references program (id),
  private_key bytea not null,
  public_key bytea not null,
  created_at bigint not null
);

-- What a sale used and could not be honoured: for staff to deal with.
create table till_flag (
  program_id text collate "C" not null references program (id),
  at bigint not null,
  -- The event, and which of its flags.
  id text collate "C" not null,
  event_id text collate "C" not null,
  account_id text collate "C" not null,
  member_id text collate "C",
  store text,
  till_id text collate "C",
  kind text collate "C" not null check (kind in ('overspent', 'not_honoured', 'outside_snapshot')),
  what text not null,
  reason text not null,
  settled_at bigint,
  settled_by text,
  primary key (program_id, at, id),
  unique (program_id, id)
);

grant select, insert on snapshot_key to trofast_app;
grant select, insert, update on till_flag to trofast_app;
