/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.math.BigDecimal;

/** The call could cost more than the credit budget has left. Nothing was sent. Raise the budget, or wait for its next period. */
public class LeadIQCreditBudgetException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    private final BigDecimal budget;
    private final BigDecimal spent;
    private final BigDecimal reserved;
    private final BigDecimal needed;

    /**
     * @param budget what may be spent in the period
     * @param spent what was spent in it
     * @param reserved what calls that are under way have set aside
     * @param needed what this call can cost at most
     */
    public LeadIQCreditBudgetException(
            String operation, BigDecimal budget, BigDecimal spent, BigDecimal reserved, BigDecimal needed) {
        super(
                operation,
                "of the credit budget of " + text(budget) + ", " + text(spent) + " are spent and " + text(reserved)
                        + " reserved by calls under way; this call can cost up to " + text(needed),
                "raise creditBudget, or wait for the next creditBudgetPeriod; fewer dataPoints or a lower limit cost less",
                null);
        this.budget = budget;
        this.spent = spent;
        this.reserved = reserved;
        this.needed = needed;
    }

    public BigDecimal getBudget() {
        return budget;
    }

    public BigDecimal getSpent() {
        return spent;
    }

    public BigDecimal getReserved() {
        return reserved;
    }

    public BigDecimal getNeeded() {
        return needed;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return false;
    }

    private static String text(BigDecimal credits) {
        return credits.signum() == 0 ? "0" : credits.stripTrailingZeros().toPlainString();
    }
}
