/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

/**
 * How much invented data an org begins with. The first of the contacts work at the first of the accounts, ten at each;
 * leads are other people. Equal plans make equal data.
 *
 * @param seed which of the many possible worlds
 */
public record SeedPlan(int leads, int contacts, int accounts, long seed) {
    public static SeedPlan of(int leads, int contacts, int accounts) {
        return new SeedPlan(leads, contacts, accounts, 1);
    }
}
