/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import java.math.BigDecimal;

/** Reads a whole number of 32 bits. */
public final class ExactIntegerDeserializer extends WholeNumberDeserializer<Integer> {
    public ExactIntegerDeserializer() {
        super(Integer.class);
    }

    @Override
    Integer exactly(BigDecimal number) {
        return number.intValueExact();
    }
}
