package io.tillstream.localcloud;

import io.tillstream.localcloud.dynamodb.DynamoDbLocal;
import io.tillstream.localcloud.faults.Faults;
import io.tillstream.localcloud.gateway.Gateway;
import io.tillstream.localcloud.kinesis.Kinesis;
import io.tillstream.localcloud.postgres.Database;
import io.tillstream.localcloud.postgres.Postgres;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link LocalCloud} is to be like. Left alone: on port 4566, with no warehouse, gone when it is closed. */
public final class LocalCloudBuilder {

    private int port = 4566;
    private @Nullable Path data;
    private Path dynamoDbLibraries = Path.of("local-cloud", "dynamodb-local", "target", "lib");
    private Path cache = Path.of(System.getProperty("user.home"), ".cache", "local-cloud");
    private @Nullable Database warehouse;

    private boolean kinesisShardLimits;

    LocalCloudBuilder() {}

    /** The port of the AWS endpoint; 0 for any that is free. */
    public LocalCloudBuilder port(int newPort) {
        port = newPort;
        return this;
    }

    /** Keeps the state in a folder. One cloud at a time can use it. */
    public LocalCloudBuilder data(Path folder) {
        data = folder;
        return this;
    }

    /** Where DynamoDB Local's jars lie. */
    public LocalCloudBuilder dynamoDbLibraries(Path folder) {
        dynamoDbLibraries = folder;
        return this;
    }

    /** Where programs are unpacked to, once for all clouds. */
    public LocalCloudBuilder cache(Path folder) {
        cache = folder;
        return this;
    }

    /** Offers a PostgreSQL database too. */
    public LocalCloudBuilder warehouse(Database database) {
        warehouse = database;
        return this;
    }

    /** Enforces AWS's rates for a shard of Kinesis's: 1 MiB and 1,000 records a second in, 2 MiB out. */
    public LocalCloudBuilder kinesisShardLimits(boolean enforced) {
        kinesisShardLimits = enforced;
        return this;
    }

    /**
     * Starts it, and waits until it is ready.
     *
     * @throws PortTakenException when another program has one of its ports
     * @throws DataFolderInUseException when another cloud is running on its data folder
     */
    public LocalCloud start() {
        return LocalCloud.start(this);
    }

    Optional<Database> warehouse() {
        return Optional.ofNullable(warehouse);
    }

    DataFolder openData() {
        return data == null ? DataFolder.temporary() : DataFolder.open(data);
    }

    Kinesis openKinesis(DataFolder folder, Faults faults) {
        Kinesis kinesis = Kinesis.open(folder.folder("kinesis"), Clock.systemUTC(), faults.forEntries());
        kinesis.enforceShardLimits(kinesisShardLimits);
        return kinesis;
    }

    DynamoDbLocal startDynamoDb(DataFolder folder) {
        return DynamoDbLocal.start(dynamoDbLibraries, folder.folder("dynamodb"));
    }

    Postgres startWarehouse(Database database, DataFolder folder) throws IOException {
        try {
            return Postgres.start(database, folder.folder("warehouse"), cache);
        } catch (BindException e) {
            throw new PortTakenException("the warehouse", database.port(), e);
        }
    }

    Gateway bindGateway() throws IOException {
        try {
            return Gateway.bind(port);
        } catch (BindException e) {
            throw new PortTakenException("the AWS endpoint", port, e);
        }
    }
}
