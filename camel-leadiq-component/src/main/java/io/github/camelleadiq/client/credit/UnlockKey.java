/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import io.github.camelleadiq.client.DataPoint;

/**
 * A data point of a record.
 *
 * @param recordHash stands for the id of a person or company, which is not kept itself: it would tell whom a customer
 *     looked up. A keyed hash where there is a secret; without one, whoever has a list of ids can find out which of them
 *     it is. Either is personal data
 * @param point what of it
 */
public record UnlockKey(String recordHash, DataPoint point) {}
