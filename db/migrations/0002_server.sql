-- The server: API keys. A secret is known by its SHA-256 only; it has 256 random bits, so it needs no salt.

create table api_key (
  id text primary key,
  -- Absent: the operator's, who creates programs and touches no member.
  program_id text references program (id),
  name text not null,
  scopes text not null,
  secret_hash bytea not null,
  created_at bigint not null,
  revoked_at bigint
);

create index api_key_program on api_key (program_id);

-- A key is revoked, never forgotten: what it wrote stays in the book.
grant select, insert, update on api_key to trofast_app;
