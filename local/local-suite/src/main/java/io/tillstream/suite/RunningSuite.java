package io.tillstream.suite;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** A suite as a command runs it: with a word of welcome, and drained when the process is asked to end. */
final class RunningSuite implements AutoCloseable {

    private final Suite suite;
    private final PrintWriter out;
    private final StopHook onExit;
    private final LogFile log;

    private RunningSuite(Suite suite, PrintWriter out, StopHook onExit, LogFile log) {
        this.suite = suite;
        this.out = out;
        this.onExit = onExit;
        this.log = log;
    }

    static RunningSuite start(SuiteOptions options, PrintWriter out) {
        LogFile log = LogFile.ofSuite(options.data()).used();
        Instant begin = Instant.now();
        StopHook onExit = StopHook.installed(suite -> drain(suite, out, log));
        Suite suite = started(options, new StartProgress(notice -> say(out, notice), onExit::isStopping), onExit);
        RunningSuite running = new RunningSuite(suite, out, onExit, log);
        running.welcome(options, Duration.between(begin, Instant.now()));
        return running;
    }

    private static Suite started(SuiteOptions options, StartProgress progress, StopHook onExit) {
        try {
            Suite suite = Suite.start(options, progress);
            onExit.hasStarted(suite);
            return suite;
        } catch (RuntimeException failure) {
            onExit.hasNotStarted();
            throw failure;
        }
    }

    Suite suite() {
        return suite;
    }

    void say(String text) {
        say(out, text);
    }

    private static void say(PrintWriter out, String text) {
        out.println(text);
        out.flush();
    }

    /** Waits until the process is ended from outside. */
    void awaitStop() throws InterruptedException {
        say("Ctrl-C drains and stops.");
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        onExit.remove();
        drain(suite, out, log);
    }

    private static void drain(Suite suite, PrintWriter out, LogFile log) {
        say(out, "Draining ...");
        suite.close();
        say(out, "Stopped.");
        log.discard();
    }

    private void welcome(SuiteOptions options, Duration startup) {
        say("""

                Tillstream is up after %.1f s.

                  post rows     %s
                  look up       %s/invoices/<no>  %s/customers/<id>
                  API pages     %s/swagger-ui.html  %s/swagger-ui.html
                  AWS endpoint  %s  (region eu-west-1, any credentials)
                  warehouse     %s  (user and password: tillstream)
                  state         %s
                """.formatted(
                startup.toMillis() / 1000.0,
                suite.paths().stream().map(path -> suite.ingest() + path).collect(Collectors.joining("  ")),
                suite.query(),
                suite.query(),
                suite.ingest(),
                suite.query(),
                suite.cloud(),
                suite.warehouse(),
                options.data()
                        .map(data -> data + "  (its log: tillstream.log)")
                        .orElse("none is kept  (the log, while it runs: " + log.file() + ")")));
        suite.demoShop().ifPresent(page -> say("  demo shop     " + page + "\n"));
    }
}
