package io.tillstream.suite;

import java.nio.file.Path;
import java.util.Arrays;

/** A suite as a process of its own, which a test can kill: says where it is, and runs until then. */
final class SuiteProgram {

    private SuiteProgram() {}

    /** The folder of its state, and the feeds that it runs if they are not those that services run by themselves. */
    public static void main(String[] args) throws InterruptedException {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Suite suite = Suites.on(Path.of(args[0]), Arrays.copyOfRange(args, 1, args.length));
        System.out.println(suite.ingest() + " " + suite.query() + " " + suite.cloud() + " " + suite.warehouse());
        Thread.currentThread().join();
    }
}
