/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

/**
 * A row of the table of targets.
 *
 * @param what   is measured
 * @param before by the earlier build
 * @param now    by the present build
 * @param peer   by what else one could use; blank if there is none
 * @param target in words
 * @param met    whether the present build meets it
 */
record Target(String what, String before, String now, String peer, String target, boolean met) {}
