/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that spends what it can get of a budget, on four threads, and prints how much that was. */
final class SpendingProcess {

    private SpendingProcess() {}

    /** @param args JDBC URL, account, budget */
    public static void main(String[] args) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(args[0]);
        JdbcCreditLedger ledger = new JdbcCreditLedger(dataSource);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<BigDecimal>> spenders = IntStream.range(0, 4)
                .mapToObj(any -> threads.submit(
                        () -> LedgerContract.spendUntilRefused(ledger, args[1], new BigDecimal(args[2]))))
                .toList();
        BigDecimal sum = BigDecimal.ZERO;
        for (Future<BigDecimal> spender : spenders) {
            sum = sum.add(spender.get());
        }
        threads.shutdown();
        System.out.println(sum.toPlainString());
    }
}
