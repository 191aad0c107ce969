package io.tillstream.suite;

import java.nio.file.Path;

/** A suite as a process of its own, which a test can kill: says where it is, and runs until then. */
final class SuiteProgram {

    private SuiteProgram() {}

    public static void main(String[] args) throws InterruptedException {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Suite suite = Suites.on(Path.of(args[0]));
        System.out.println(suite.ingest() + " " + suite.query() + " " + suite.cloud() + " " + suite.warehouse());
        Thread.currentThread().join();
    }
}
