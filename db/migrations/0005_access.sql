-- Who may do what: staff and members who sign in, tills, what was sent, who did and saw what. Tables of better-auth have
-- its columns, in snake case. Instants of its tables are timestamptz, as it wants them; ours are milliseconds.

-- Made by the server at its first start: what signs cookies, and what keys the hashes below.
create table server_secret (
  name text collate "C" primary key,
  value bytea not null
);

create table staff_user (
  id text collate "C" primary key,
  name text not null,
  email text collate "C" not null unique,
  email_verified boolean not null,
  image text,
  locale text,
  two_factor_enabled boolean,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table staff_session (
  id text collate "C" primary key,
  user_id text not null references staff_user (id) on delete cascade,
  token text collate "C" not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index staff_session_user on staff_session (user_id);

create table staff_account (
  id text collate "C" primary key,
  user_id text not null references staff_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index staff_account_user on staff_account (user_id);

create table staff_verification (
  id text collate "C" primary key,
  identifier text collate "C" not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index staff_verification_identifier on staff_verification (identifier);

create table staff_passkey (
  id text collate "C" primary key,
  user_id text not null references staff_user (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text collate "C" not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index staff_passkey_user on staff_passkey (user_id);
create index staff_passkey_credential on staff_passkey (credential_id);

create table staff_two_factor (
  id text collate "C" primary key,
  user_id text not null references staff_user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index staff_two_factor_user on staff_two_factor (user_id);

-- What somebody is in an organisation, and so in its programs.
create table staff_membership (
  organisation_id text collate "C" not null references organisation (id),
  staff_id text collate "C" not null references staff_user (id) on delete cascade,
  role text not null,
  created_at bigint not null,
  primary key (organisation_id, staff_id)
);
create index staff_membership_staff on staff_membership (staff_id);

create table staff_invitation (
  organisation_id text collate "C" not null references organisation (id),
  id text collate "C" not null,
  email text not null,
  role text not null,
  token_hash bytea not null unique,
  invited_by text not null,
  created_at bigint not null,
  expires_at bigint not null,
  -- Accepted or taken back.
  ended_at bigint,
  primary key (organisation_id, id)
);

-- Members who sign in. No address stands here: a member is found by the program's claims, as everywhere.
create table member_user (
  program_id text collate "C" not null references program (id),
  id text collate "C" not null,
  account_id text collate "C" not null,
  member_id text collate "C" not null,
  name text not null,
  email text collate "C" not null,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (program_id, id),
  unique (program_id, email),
  unique (program_id, member_id)
);

create table member_session (
  program_id text collate "C" not null,
  id text collate "C" not null,
  user_id text collate "C" not null,
  token text collate "C" not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (program_id, id),
  unique (program_id, token),
  foreign key (program_id, user_id) references member_user (program_id, id) on delete cascade
);
create index member_session_user on member_session (program_id, user_id);

create table member_login (
  program_id text collate "C" not null,
  id text collate "C" not null,
  user_id text collate "C" not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (program_id, id),
  foreign key (program_id, user_id) references member_user (program_id, id) on delete cascade
);

create table member_verification (
  program_id text collate "C" not null references program (id),
  id text collate "C" not null,
  identifier text collate "C" not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (program_id, id)
);
create index member_verification_identifier on member_verification (program_id, identifier);

create table member_passkey (
  program_id text collate "C" not null,
  id text collate "C" not null,
  user_id text collate "C" not null,
  name text,
  public_key text not null,
  credential_id text collate "C" not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz,
  primary key (program_id, id),
  foreign key (program_id, user_id) references member_user (program_id, id) on delete cascade
);
create index member_passkey_user on member_passkey (program_id, user_id);
create index member_passkey_credential on member_passkey (program_id, credential_id);

-- With which a shop's own site hands its members over to the portal.
create table hand_over_secret (
  program_id text collate "C" primary key references program (id),
  secret bytea not null,
  created_at bigint not null
);

create table till (
  program_id text collate "C" not null references program (id),
  id text collate "C" not null,
  name text not null,
  store text not null,
  -- Of the code that pairs it: eight characters, one use, a quarter of an hour.
  code_hash bytea unique,
  code_expires_at bigint,
  -- Of the token that the paired device has.
  token_hash bytea,
  created_at bigint not null,
  paired_at bigint,
  last_seen_at bigint,
  unpaired_at bigint,
  primary key (program_id, id)
);

-- How often something guessable was tried, by a keyed hash of who tried it; rows of windows that are over are deleted.
create table attempt (
  name text collate "C" not null,
  window_from bigint not null,
  tries integer not null,
  primary key (name, window_from)
);

create table message (
  -- Empty: about no program, as an invitation.
  program_id text collate "C" not null,
  id text collate "C" not null,
  organisation_id text collate "C",
  member_id text collate "C",
  purpose text collate "C" not null,
  recipient text not null,
  subject text not null,
  -- Null: it could sign somebody in, and has been sent.
  text text,
  html text,
  state text collate "C" not null check (state in ('kept', 'waiting', 'sent', 'failed')),
  failure text,
  at bigint not null,
  primary key (program_id, id)
);
create index message_member on message (program_id, member_id) where member_id is not null;

create table audit_entry (
  -- Empty: about no program.
  program_id text collate "C" not null,
  at bigint not null,
  id text collate "C" not null,
  kind text collate "C" not null,
  actor text collate "C" not null,
  name text not null,
  operation text collate "C" not null,
  looks boolean not null,
  member_id text collate "C",
  outcome text collate "C" not null,
  request_id text not null,
  primary key (program_id, at, id)
);
create index audit_entry_member on audit_entry (program_id, member_id, at) where member_id is not null;
create index audit_entry_actor on audit_entry (program_id, actor, at);

grant select, insert on server_secret, audit_entry to trofast_app;
grant select, insert, update, delete on
  staff_user, staff_session, staff_account, staff_verification, staff_passkey, staff_two_factor,
  staff_membership, staff_invitation, member_user, member_session, member_login, member_verification, member_passkey,
  hand_over_secret, attempt, message to trofast_app;
grant select, insert, update on till to trofast_app;
grant update on organisation to trofast_app;
