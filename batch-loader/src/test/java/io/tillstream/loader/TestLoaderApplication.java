package io.tillstream.loader;

/** Starts the service beside a suite that runs on this machine, with the settings of batch-loader-local.yml. */
final class TestLoaderApplication {

    private TestLoaderApplication() {}

    public static void main(String[] args) {
        LoaderApplication.builder().profiles("local").run(args);
    }
}
