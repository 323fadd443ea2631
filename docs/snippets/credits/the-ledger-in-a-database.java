registry.bind("ledger", new JdbcCreditLedger(dataSource).createTables());   // creditLedger=#ledger
