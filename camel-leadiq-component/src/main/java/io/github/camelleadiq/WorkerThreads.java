/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The threads on which routes go on after an answer. A route that waits for something on one of them, as a splitter does
 * for the next page, is stood in for by a further thread until the wait is over: the answer that it waits for needs a
 * thread as well.
 */
final class WorkerThreads implements Executor {

    private final ExecutorService threads;
    private final ThreadLocal<Boolean> mine = new ThreadLocal<>();

    WorkerThreads(ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(() -> {
            Boolean before = mine.get();
            mine.set(Boolean.TRUE);
            try {
                task.run();
            } finally {
                mine.set(before);
            }
        });
    }

    /**
     * Waits, on whatever thread this is.
     *
     * @throws CancellationException when the future was cancelled
     */
    <T> T await(Future<T> future) throws InterruptedException, ExecutionException {
        if (future.isDone() || mine.get() == null || !(threads instanceof ThreadPoolExecutor pool)) {
            return future.get();
        }
        resize(pool, 1);
        try {
            return future.get();
        } finally {
            resize(pool, -1);
        }
    }

    /** The maximum may never be below the core. */
    private synchronized void resize(ThreadPoolExecutor pool, int by) {
        if (by > 0) {
            pool.setMaximumPoolSize(pool.getMaximumPoolSize() + by);
            pool.setCorePoolSize(pool.getCorePoolSize() + by);
        } else {
            pool.setCorePoolSize(pool.getCorePoolSize() + by);
            pool.setMaximumPoolSize(pool.getMaximumPoolSize() + by);
        }
    }

    ExecutorService threads() {
        return threads;
    }
}
