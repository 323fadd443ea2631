/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.nio.file.Path;
import java.util.stream.IntStream;

/** The pipeline in a process of its own: address of LeadIQ, directory, point to stop at, changes or run. */
final class ForkedPipeline {
    private ForkedPipeline() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        // stays open until it is killed
        PipelineFixture pipeline = new PipelineFixture(arguments[0], directory, new FileCrm(directory, arguments[2]));
        pipeline.withLedger().start(PipelineFixture.LEAD, routes -> routes.parameter("lease", "2s"));
        if (arguments[3].equals(CrashTest.OF_RUN)) {
            pipeline.offer(CrashTest.OF_RUN, null, ids(CrashTest.WINDOW));
        } else {
            pipeline.change(ids(CrashTest.RECORDS));
        }
        Thread.currentThread().join();
    }

    static String[] ids(int records) {
        return IntStream.range(0, records).mapToObj(CrashTest::id).toArray(String[]::new);
    }
}
