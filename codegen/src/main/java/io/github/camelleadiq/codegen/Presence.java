/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

/** Where an element of the schema exists. */
record Presence(boolean documented, boolean live) {

    Presence or(Presence other) {
        return new Presence(documented || other.documented, live || other.live);
    }

    String words() {
        if (documented && live) {
            return "documented and live";
        }
        return documented ? "documented only" : "live only";
    }
}
