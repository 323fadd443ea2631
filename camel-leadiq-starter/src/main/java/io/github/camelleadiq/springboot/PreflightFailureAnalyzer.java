/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.springboot;

import io.github.camelleadiq.routes.PreflightException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Boot tell in lines what is to be put right, instead of in a stack trace. */
final class PreflightFailureAnalyzer extends AbstractFailureAnalyzer<PreflightException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PreflightException cause) {
        return new FailureAnalysis(
                String.join("\n", cause.problems()),
                "Put this right, here or at the other side, and start again. Nothing was read, written or paid for.",
                cause);
    }
}
