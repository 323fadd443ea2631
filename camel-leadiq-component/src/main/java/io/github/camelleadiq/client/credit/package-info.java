/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * What calls cost in credits: the price list, the estimate before a call, the count after it, and the ledger that keeps
 * spending within a budget.
 */
package io.github.camelleadiq.client.credit;
