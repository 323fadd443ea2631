/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.state.EnrichmentState;
import java.time.Clock;
import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.util.ObjectHelper;

/**
 * Change events of a Salesforce object (Change Data Capture), as lists of {@link ChangeEvent}, from where they were last
 * settled. Subscribes again when the subscription goes deaf, and looks for changed records where the stream does not go on where it was.
 */
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = SalesforceRoutes.CHANGES,
        title = "LeadIQ Salesforce Changes",
        syntax = "leadiq-salesforce-changes:object",
        category = {Category.SAAS},
        consumerOnly = true)
public class SalesforceChangesEndpoint extends DefaultEndpoint {
    @UriPath(description = "The object, such as Lead.")
    @Metadata(required = true)
    private String object;

    @UriParam(description = "The channel; by default the one of the object, such as /data/LeadChangeEvent.")
    private String channel;

    @UriParam(description = "Where the position is kept: what is settled does not come again.")
    @Metadata(required = true)
    private EnrichmentState state;

    @UriParam(defaultValue = "salesforce", description = "The name of the Salesforce component to log in like.")
    private String salesforce = "salesforce";

    @UriParam(
            defaultValue = "-1",
            description =
                    "Where to begin when nothing is known: -1 for what comes from now on, -2 for all that the org still has.")
    private String initialReplayId = "-1";

    @UriParam(
            defaultValue = "10m",
            javaType = "java.time.Duration",
            description = "How long nothing can come before a query looks whether anything was missed.")
    private long silence = 600_000;

    @UriParam(
            defaultValue = "2m",
            javaType = "java.time.Duration",
            description =
                    "How far before the last known change to look for changes when catching up: a long transaction is stamped before it is seen.")
    private long lookback = 120_000;

    @UriParam(
            defaultValue = "5s",
            javaType = "java.time.Duration",
            description =
                    "How long after subscribing to see whether the stream goes on where it was: the subscription takes effect a little later than Camel says.")
    private long settle = 5_000;

    @UriParam(
            defaultValue = "5s",
            javaType = "java.time.Duration",
            description = "How often to look after the subscription.")
    private long check = 5_000;

    public SalesforceChangesEndpoint(String uri, Component component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("Salesforce tells of changes: use this endpoint with from only");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        return consumer(processor, Clock.systemUTC());
    }

    SalesforceChangesConsumer consumer(Processor processor, Clock clock) throws Exception {
        ObjectHelper.notNull(state, "state: the name of an EnrichmentState bean, as in state=#bean:leadiqState");
        positive("check", check);
        positive("silence", silence);
        SalesforceChangesConsumer consumer = new SalesforceChangesConsumer(this, processor, clock);
        configureConsumer(consumer);
        return consumer;
    }

    private static void positive(String option, long millis) {
        if (millis <= 0) {
            throw new IllegalArgumentException(option + " must be longer than zero, such as 5s");
        }
    }

    /** What the events' {@link ChangeEvent#source()} is. */
    String source() {
        return "salesforce:" + channelName();
    }

    String channelName() {
        return channel == null || channel.isBlank() ? defaultChannel(object) : channel;
    }

    static String defaultChannel(String object) {
        return "/data/" + object.replaceFirst("__c$", "__") + "ChangeEvent";
    }

    public String getObject() {
        return object;
    }

    public void setObject(String object) {
        this.object = Soql.object(object);
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public EnrichmentState getState() {
        return state;
    }

    public void setState(EnrichmentState state) {
        this.state = state;
    }

    public String getSalesforce() {
        return salesforce;
    }

    public void setSalesforce(String salesforce) {
        this.salesforce = salesforce;
    }

    public String getInitialReplayId() {
        return initialReplayId;
    }

    public void setInitialReplayId(String initialReplayId) {
        this.initialReplayId = initialReplayId;
    }

    public long getSilence() {
        return silence;
    }

    public void setSilence(long silence) {
        this.silence = silence;
    }

    public long getLookback() {
        return lookback;
    }

    public void setLookback(long lookback) {
        this.lookback = lookback;
    }

    public long getSettle() {
        return settle;
    }

    public void setSettle(long settle) {
        this.settle = settle;
    }

    public long getCheck() {
        return check;
    }

    public void setCheck(long check) {
        this.check = check;
    }
}
