package io.tillstream.campaign;

import io.tillstream.bootstrap.Bootstrap;
import io.tillstream.bootstrap.CloudClients;
import io.tillstream.model.layout.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;

/** The embedded cloud as a process of its own, with what the pipeline needs in it. */
final class Cloud implements AutoCloseable {

    static final int DELIVERY_SECONDS = 3;
    private static final List<String> SERVICES = List.of("kinesis", "dynamodb", "s3", "firehose");

    private final Path folder;
    private final URI endpoint;
    private final CloudClients clients;
    private final HttpClient http = HttpClient.newHttpClient();
    private ChildProcess process;

    private Cloud(Path folder, ChildProcess process, URI endpoint) {
        this.folder = folder;
        this.process = process;
        this.endpoint = endpoint;
        this.clients = CloudClients.of(endpoint);
    }

    static Cloud start(Path folder, Plan plan) {
        ChildProcess process = process(folder, 0);
        try {
            Cloud cloud = new Cloud(folder, process, URI.create(process.address()));
            cloud.createAll(plan);
            return cloud;
        } catch (RuntimeException failure) {
            process.close();
            throw failure;
        }
    }

    URI endpoint() {
        return endpoint;
    }

    CloudClients clients() {
        return clients;
    }

    /** Kills it without a word and starts it again where it was. */
    void killAndRestart() {
        process.kill();
        process = process(folder, endpoint.getPort());
        process.address();
    }

    /** Makes a service misbehave. */
    void strike(String service, String fault) {
        call(HttpRequest.newBuilder(faultsOf(service))
                .PUT(HttpRequest.BodyPublishers.ofString(fault))
                .build());
    }

    void liftAll() {
        SERVICES.forEach(service ->
                call(HttpRequest.newBuilder(faultsOf(service)).DELETE().build()));
    }

    @Override
    public void close() {
        clients.close();
        http.close();
        process.close();
    }

    private URI faultsOf(String service) {
        return endpoint.resolve("/_local/faults/" + service);
    }

    private void call(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request + ": " + answer.body());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static ChildProcess process(Path folder, int port) {
        return ChildProcess.start(
                "cloud", folder, List.of("cloud", folder.resolve("cloud").toString(), Integer.toString(port)));
    }

    /** More shards and quicker deliveries than the suite has; all else is as it makes them. */
    private void createAll(Plan plan) {
        // A delivery stream needs it.
        clients.s3().createBucket(bucket -> bucket.bucket(Names.LAKE_BUCKET));
        for (Traffic traffic : plan.feeds()) {
            clients.kinesis()
                    .createStream(stream -> stream.streamName(traffic.feed()).shardCount(plan.shards()));
            createDeliveryStream(traffic);
        }
        new Bootstrap(clients).createMissing();
    }

    private void createDeliveryStream(Traffic traffic) {
        clients.firehose()
                .createDeliveryStream(stream -> stream.deliveryStreamName(traffic.feed())
                        .deliveryStreamType(DeliveryStreamType.DIRECT_PUT)
                        .extendedS3DestinationConfiguration(s3 -> s3.roleARN("arn:aws:iam::000000000000:role/firehose")
                                .bucketARN("arn:aws:s3:::" + Names.LAKE_BUCKET)
                                .prefix(traffic.deliveredPrefix())
                                .errorOutputPrefix("firehose/errors/")
                                .compressionFormat(CompressionFormat.GZIP)
                                .bufferingHints(hints -> hints.sizeInMBs(1).intervalInSeconds(DELIVERY_SECONDS))));
    }
}
