/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import org.apache.camel.Message;

/** What came back, ready to be put into the message. */
@FunctionalInterface
interface Reply {

    /** @throws io.github.camelleadiq.client.LeadIQException when it cannot be decoded */
    void writeTo(Message message);
}
