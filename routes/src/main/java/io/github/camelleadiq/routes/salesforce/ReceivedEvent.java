/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;

/**
 * What has come from a channel.
 *
 * @param event the event; null if it made no sense
 * @param position where to go on behind it; null if it does not say
 */
record ReceivedEvent(ChangeEvent event, String position) {
    static ReceivedEvent of(ChangeEvent event) {
        return new ReceivedEvent(event, event.position());
    }

    static ReceivedEvent senseless(String position) {
        return new ReceivedEvent(null, position);
    }

    /** Whether something else than storing has to be done about it. */
    boolean isSpecial() {
        return event == null || event.kind() == ChangeKind.OVERFLOW;
    }
}
