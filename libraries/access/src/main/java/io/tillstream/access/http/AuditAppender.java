package io.tillstream.access.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/** Sends the audit log to standard output, each entry a line of JSON and nothing else. */
final class AuditAppender {

    private AuditAppender() {}

    /** Leaves alone a logger that a configuration of Logback has given an appender, and a level that was set. */
    static void attachUnlessConfigured() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        Logger LOG = context.getLogger(AuditLog.LOGGER);
        if (!LOG.iteratorForAppenders().hasNext()) {
            LOG.addAppender(console(context));
            LOG.setAdditive(false);
        }
        if (LOG.getLevel() == null) {
            LOG.setLevel(Level.INFO);
        }
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
        PatternLayoutEncoder line = new PatternLayoutEncoder();
        line.setContext(context);
        line.setPattern("%msg%n");
        line.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName(AuditLog.LOGGER);
        console.setEncoder(line);
        console.start();
        return console;
    }
}
