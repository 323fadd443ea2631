/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import java.math.BigDecimal;

/** Reads a whole number of 64 bits. */
public final class ExactLongDeserializer extends WholeNumberDeserializer<Long> {
    public ExactLongDeserializer() {
        super(Long.class);
    }

    @Override
    Long exactly(BigDecimal number) {
        return number.longValueExact();
    }
}
