package io.tillstream.suite;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** A suite as a command runs it: with a word of welcome, and drained when the process is asked to end. */
final class RunningSuite implements AutoCloseable {

    private final Suite suite;
    private final PrintWriter out;
    private final Thread onExit = new Thread(this::drain, "drain");

    private RunningSuite(Suite suite, PrintWriter out) {
        this.suite = suite;
        this.out = out;
    }

    static RunningSuite start(SuiteOptions options, PrintWriter out) {
        options.data()
                .map(data -> data.resolve("tillstream.log"))
                .ifPresent(file -> System.setProperty("tillstream.log.file", file.toString()));
        Instant begin = Instant.now();
        RunningSuite running = new RunningSuite(Suite.start(options), out);
        Runtime.getRuntime().addShutdownHook(running.onExit);
        running.welcome(options, Duration.between(begin, Instant.now()));
        return running;
    }

    Suite suite() {
        return suite;
    }

    void say(String text) {
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
        Runtime.getRuntime().removeShutdownHook(onExit);
        drain();
    }

    private void drain() {
        say("Draining ...");
        suite.close();
        say("Stopped.");
    }

    private void welcome(SuiteOptions options, Duration startup) {
        say("""

                Tillstream is up after %.1f s.

                  post rows     %s/transactions
                  look up       %s/invoices/<no>  %s/customers/<id>
                  API pages     %s/swagger-ui.html  %s/swagger-ui.html
                  AWS endpoint  %s  (region eu-west-1, any credentials)
                  warehouse     %s  (user and password: tillstream)
                  state         %s
                """.formatted(
                startup.toMillis() / 1000.0,
                suite.ingest(),
                suite.query(),
                suite.query(),
                suite.ingest(),
                suite.query(),
                suite.cloud(),
                suite.warehouse(),
                options.data().map(data -> data + "  (its log: tillstream.log)").orElse("none is kept")));
    }
}
