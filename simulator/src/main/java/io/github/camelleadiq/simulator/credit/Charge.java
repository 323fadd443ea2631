/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.credit;

import java.math.BigDecimal;

/**
 * One data point sold.
 *
 * @param operation name of the root field that asked for it
 * @param recordId  id of the person, or of the company for {@link BilledDataPoint#COMPANY}
 * @param credits   price in Universal Credits
 */
public record Charge(String operation, String recordId, BilledDataPoint dataPoint, BigDecimal credits) {}
