package io.tillstream.ingest;

/** Starts the service beside a suite that runs on this machine, with the settings of ingest-service-local.yml. */
final class TestIngestApplication {

    private TestIngestApplication() {}

    public static void main(String[] args) {
        IngestApplication.builder().profiles("local").run(args);
    }
}
