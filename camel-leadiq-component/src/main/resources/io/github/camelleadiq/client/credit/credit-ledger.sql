-- The credit ledger, for H2 and PostgreSQL. No keys and no ids: accounts are SHA-256 hashes, and so are records, keyed where there is a secret.

CREATE TABLE IF NOT EXISTS leadiq_credit_account (
  account VARCHAR(64) PRIMARY KEY,
  version BIGINT NOT NULL
);

-- A period is a run, a day (2026-11-22) or a month (2026-11), in UTC.
CREATE TABLE IF NOT EXISTS leadiq_credit_period (
  account VARCHAR(64) NOT NULL,
  period_name VARCHAR(64) NOT NULL,
  spent NUMERIC(24, 6) NOT NULL,
  uncertain NUMERIC(24, 6) NOT NULL,
  reserved NUMERIC(24, 6) NOT NULL,
  PRIMARY KEY (account, period_name)
);

CREATE TABLE IF NOT EXISTS leadiq_credit_reservation (
  id VARCHAR(36) PRIMARY KEY,
  account VARCHAR(64) NOT NULL,
  periods VARCHAR(256) NOT NULL,
  budget_period VARCHAR(64) NOT NULL,
  credits NUMERIC(24, 6) NOT NULL,
  version BIGINT NOT NULL,
  reserved_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- What is free to look up again for a year.
CREATE TABLE IF NOT EXISTS leadiq_credit_unlock (
  account VARCHAR(64) NOT NULL,
  record_hash VARCHAR(64) NOT NULL,
  data_point VARCHAR(16) NOT NULL,
  unlocked_at TIMESTAMP WITH TIME ZONE NOT NULL,
  version BIGINT NOT NULL,
  fee_of VARCHAR(64),
  PRIMARY KEY (account, record_hash, data_point)
);
