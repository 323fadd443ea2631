/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * What runs in the JVM that is measured. {@code baseline.sh} compiles these sources against an earlier build, too: so they
 * use nothing but what users of both builds may use, and what differs comes in by the command line.
 */
package io.github.camelleadiq.benchmarks.subject;
