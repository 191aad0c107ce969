package io.tillstream.query;

/** Starts the service beside a suite that runs on this machine, with the settings of query-service-local.yml. */
final class TestQueryApplication {

    private TestQueryApplication() {}

    public static void main(String[] args) {
        QueryApplication.builder().profiles("local").run(args);
    }
}
