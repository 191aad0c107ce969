package io.tillstream.attack;

import java.io.IOException;
import java.nio.file.Path;

/** The suite, which is killed now and then and started again on the same folder, at other ports. */
final class MortalSuite implements AutoCloseable {

    private final Path data;
    private volatile SuiteProcess process;

    MortalSuite(Path data) throws IOException {
        this.data = data;
        this.process = SuiteProcess.start(data);
    }

    /** Where it listens, until it is killed. */
    Target target() {
        return process.target();
    }

    void killAndStartAgain() throws IOException {
        process.kill();
        process = SuiteProcess.start(data);
    }

    @Override
    public void close() {
        process.close();
    }
}
