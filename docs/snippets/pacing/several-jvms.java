ProxyManager<String> buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
        .table("leadiq_pacer")
        .primaryKeyMapper(PrimaryKeyMapper.STRING)
        .build();
context.getRegistry().bind("leadiqBuckets", buckets);
