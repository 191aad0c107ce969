package io.tillstream.campaign;

import io.tillstream.consumers.StreamConsumersApplication;
import io.tillstream.ingest.IngestApplication;
import io.tillstream.loader.LoaderApplication;
import io.tillstream.localcloud.LocalCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** One part of the pipeline as a process of its own: says where it is, and ends with whoever started it. */
final class ServiceProgram {

    private ServiceProgram() {}

    /** {@code cloud FOLDER PORT}, or {@code ingest}, {@code consumers} or {@code loader} and settings. */
    public static void main(String[] args) throws InterruptedException {
        Thread.ofPlatform().daemon().start(ServiceProgram::endWithParent);
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        String address = switch (args[0]) {
            case "cloud" -> cloud(Path.of(rest[0]), Integer.parseInt(rest[1]));
            case "ingest" -> service(IngestApplication.builder(), rest);
            case "loader" -> service(LoaderApplication.builder(), rest);
            case "consumers" -> service(StreamConsumersApplication.builder(), rest);
            default -> throw new IllegalArgumentException(args[0]);
        };
        System.out.println("up " + address);
        Thread.currentThread().join();
    }

    private static String cloud(Path folder, int port) {
        LocalCloud cloud = LocalCloud.builder().port(port).data(folder).start();
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
        return cloud.endpoint().toString();
    }

    private static String service(SpringApplicationBuilder application, String[] settings) {
        return "http://127.0.0.1:"
                + application
                        .bannerMode(Banner.Mode.OFF)
                        .run(settings)
                        .getEnvironment()
                        .getProperty("local.server.port");
    }

    /** Its input is a pipe that closes however the parent ends. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes.
            }
        } catch (IOException closed) {
            // As good as the end.
        }
        System.exit(1);
    }
}
