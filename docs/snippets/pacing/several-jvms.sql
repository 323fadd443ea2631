CREATE TABLE leadiq_pacer (id VARCHAR(80) PRIMARY KEY, state BYTEA, expires_at BIGINT);
