try (H2State h2 = H2State.file(Path.of("data/leadiq"))) {          // data/leadiq.mv.db
    EnrichmentState state = EnrichmentState.open(h2.dataSource());
}
EnrichmentState shared = EnrichmentState.open(yourPostgresPool);   // any DataSource; a pool, please
