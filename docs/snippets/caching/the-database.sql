CREATE TABLE leadiq_cache (
  cache_key VARCHAR(64) PRIMARY KEY, operation VARCHAR(64) NOT NULL, data_points VARCHAR(64) NOT NULL,
  answer BYTEA NOT NULL, bought_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, not_found BOOLEAN NOT NULL,
  identifiers TEXT NOT NULL)
