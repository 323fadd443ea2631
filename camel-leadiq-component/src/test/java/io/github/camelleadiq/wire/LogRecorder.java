/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Collects what is logged by a logger and those below it, in place of the console, until it is closed. */
final class LogRecorder extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger logger;
    private final Level levelBefore;
    private final boolean additiveBefore;
    private final List<Appender<ILoggingEvent>> appendersBefore = new ArrayList<>();
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    private LogRecorder(Logger logger, Level level) {
        this.logger = logger;
        this.levelBefore = logger.getLevel();
        logger.setLevel(level);
        this.additiveBefore = logger.isAdditive();
        logger.iteratorForAppenders().forEachRemaining(appendersBefore::add);
        appendersBefore.forEach(logger::detachAppender);
        logger.setAdditive(false);
        start();
        logger.addAppender(this);
    }

    static LogRecorder of(String logger, Level level) {
        return new LogRecorder((Logger) LoggerFactory.getLogger(logger), level);
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        events.add(event);
    }

    List<String> messages(Level atLeast) {
        return events.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(atLeast))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** All that an appender could write of the events. */
    List<String> texts() {
        return events.stream().map(LogRecorder::text).toList();
    }

    private static String text(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return event.getLoggerName() + ": " + event.getFormattedMessage()
                + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown));
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        appendersBefore.forEach(logger::addAppender);
        logger.setAdditive(additiveBefore);
        logger.setLevel(levelBefore);
        stop();
    }
}
