package io.tillstream.consumers;

/** Starts the service beside a suite that runs on this machine, with the settings of stream-consumers-local.yml. */
final class TestStreamConsumersApplication {

    private TestStreamConsumersApplication() {}

    public static void main(String[] args) {
        StreamConsumersApplication.builder().profiles("local").run(args);
    }
}
