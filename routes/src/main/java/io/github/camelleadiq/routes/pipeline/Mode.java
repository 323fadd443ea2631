/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.util.Locale;

/** What the pipeline is allowed to do. */
public enum Mode {
    /** Spends and writes. */
    LIVE(true, true),
    /** Everything but spending and writing: nothing is sent to LeadIQ, and the CRM is only read. */
    DRY_RUN(false, false),
    /** Spends on a few samples, and writes nothing. */
    PREVIEW(true, false);

    private final boolean spends;
    private final boolean writes;

    Mode(boolean spends, boolean writes) {
        this.spends = spends;
        this.writes = writes;
    }

    public boolean spends() {
        return spends;
    }

    public boolean writes() {
        return writes;
    }

    /**
     * Reads {@code live}, {@code dry-run} or {@code preview}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Mode parse(String text) {
        for (Mode mode : values()) {
            if (mode.optionName().equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a mode; there are live, dry-run and preview");
    }

    /** As it stands in options. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
