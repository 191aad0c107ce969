package io.tillstream.localcloud;

import io.tillstream.localcloud.dynamodb.DynamoDb;
import io.tillstream.localcloud.faults.Faults;
import io.tillstream.localcloud.firehose.Firehose;
import io.tillstream.localcloud.firehose.HttpObjectSink;
import io.tillstream.localcloud.gateway.Gateway;
import io.tillstream.localcloud.gateway.WhileDiskIsFull;
import io.tillstream.localcloud.kinesis.Kinesis;
import io.tillstream.localcloud.postgres.Postgres;
import io.tillstream.localcloud.protocol.AwsJsonHandler;
import io.tillstream.localcloud.s3.ObjectStorage;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * An AWS endpoint in this process: Kinesis, Firehose, DynamoDB and S3 on one port, and a PostgreSQL server on another.
 * Its state lies in a folder and survives a {@code kill -9}.
 */
public final class LocalCloud implements AutoCloseable {

    private final Startup parts;
    private final Faults faults;
    private final URI endpoint;
    private final Optional<String> warehouseUrl;

    private LocalCloud(Startup parts, Faults faults, URI endpoint, Optional<String> warehouseUrl) {
        this.parts = parts;
        this.faults = faults;
        this.endpoint = endpoint;
        this.warehouseUrl = warehouseUrl;
    }

    public static LocalCloudBuilder builder() {
        return new LocalCloudBuilder();
    }

    /** Where all AWS services are found. */
    public URI endpoint() {
        return endpoint;
    }

    /** The warehouse's JDBC address; empty when there is none. */
    public Optional<String> warehouseUrl() {
        return warehouseUrl;
    }

    /** How the services misbehave. */
    public Faults faults() {
        return faults;
    }

    /** Lets the calls under way finish, then stops the services, and deletes the state if it was ephemeral. */
    @Override
    public void close() {
        parts.close();
    }

    static LocalCloud start(LocalCloudBuilder settings) {
        Startup parts = new Startup();
        try {
            return start(settings, parts);
        } catch (RuntimeException e) {
            parts.close();
            // Whatever failed for want of room says so in words of its own; it was not the one that took it.
            settings.requireRoom();
            throw e;
        }
    }

    private static LocalCloud start(LocalCloudBuilder settings, Startup parts) {
        DataFolder data = Startup.started(parts.begin(settings::openData));
        Optional<Future<Postgres>> warehouse =
                settings.warehouse().map(database -> parts.begin(() -> settings.startWarehouse(database, data)));
        Future<ObjectStorage> s3 = parts.begin(() -> ObjectStorage.start(data.folder("s3")));
        Faults faults = new Faults();
        Future<DynamoDb> dynamoDb = parts.begin(() -> settings.openDynamoDb(data, faults));
        Future<Kinesis> kinesis = parts.begin(() -> settings.openKinesis(data, faults));
        Gateway gateway = Startup.started(parts.begin(settings::bindGateway));
        Future<Firehose> firehose = parts.begin(() -> openFirehose(data, gateway.endpoint(), faults));
        // No call is to find its service gone.
        parts.closeFirst(gateway);

        Optional<String> warehouseUrl = warehouse.map(Startup::started).map(Postgres::jdbcUrl);
        AwsJsonHandler json = new AwsJsonHandler(List.of(
                Startup.started(kinesis),
                Startup.started(firehose),
                Startup.started(dynamoDb),
                Startup.started(dynamoDb).streams()));
        gateway.open(
                new Gateway.Backends(
                        List.of(
                                new WhileDiskIsFull(() -> settings.isFull(data)),
                                json,
                                Startup.started(s3).puts()),
                        Startup.started(s3).endpoint(),
                        Map.of(
                                "health",
                                () -> settings.health(data, warehouseUrl),
                                "streams",
                                Startup.started(kinesis)::counters)),
                faults,
                settings.hosts());
        return new LocalCloud(parts, faults, gateway.endpoint(), warehouseUrl);
    }

    private static Firehose openFirehose(DataFolder data, URI endpoint, Faults faults) {
        // By the gateway, so that S3's faults strike it as they strike any other client.
        HttpObjectSink sink = new HttpObjectSink(endpoint);
        return Firehose.open(data.folder("firehose"), Clock.systemUTC(), sink, faults.forEntries());
    }
}
