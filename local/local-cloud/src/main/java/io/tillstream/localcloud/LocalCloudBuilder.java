package io.tillstream.localcloud;

import io.tillstream.localcloud.dynamodb.DynamoDb;
import io.tillstream.localcloud.faults.Faults;
import io.tillstream.localcloud.gateway.Gateway;
import io.tillstream.localcloud.gateway.Health;
import io.tillstream.localcloud.kinesis.Kinesis;
import io.tillstream.localcloud.postgres.Database;
import io.tillstream.localcloud.postgres.Postgres;
import io.tillstream.localcloud.postgres.RunningServer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The settings of a {@link LocalCloud}. Left alone: on port 4566, with no warehouse, gone when it is closed. */
public final class LocalCloudBuilder {

    private String address = "127.0.0.1";
    private List<String> hosts = List.of();
    private int port = 4566;
    private @Nullable Path data;
    private Path cache = Path.of(System.getProperty("user.home"), ".cache", "local-cloud");
    private @Nullable Database warehouse;

    private boolean kinesisShardLimits;
    private boolean dynamoDbThroughput;
    private boolean dynamoDbPartitionLimits;
    private Duration changes = Duration.ZERO;
    private DiskRoom room = DiskRoom.USUAL;
    private Consumer<String> notices =
            notice -> LoggerFactory.getLogger(LocalCloud.class).info(notice);

    LocalCloudBuilder() {}

    /** Where to listen, on loopback unless told otherwise. Nobody is asked who they are. */
    public LocalCloudBuilder address(String newAddress) {
        address = newAddress;
        return this;
    }

    /**
     * Names by which it is called, besides those of loopback and the address it listens at. A page in a browser may
     * make other names lead here, so they are refused.
     */
    public LocalCloudBuilder hosts(List<String> names) {
        hosts = List.copyOf(names);
        return this;
    }

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

    /** Holds tables of DynamoDB's that are not billed by request to the throughput they were given. */
    public LocalCloudBuilder dynamoDbThroughput(boolean enforced) {
        dynamoDbThroughput = enforced;
        return this;
    }

    /** Enforces AWS's rates for a partition of DynamoDB's: 1,000 write units and 3,000 read units a second. */
    public LocalCloudBuilder dynamoDbPartitionLimits(boolean enforced) {
        dynamoDbPartitionLimits = enforced;
        return this;
    }

    /** Enforces all of AWS's rates: of shards, of tables and of partitions. */
    public LocalCloudBuilder limits(boolean enforced) {
        return kinesisShardLimits(enforced).dynamoDbThroughput(enforced).dynamoDbPartitionLimits(enforced);
    }

    /** How long streams and tables take to be created and changed, as they do in AWS: some seconds to minutes. */
    public LocalCloudBuilder changesTake(Duration time) {
        changes = time;
        return this;
    }

    /** Receives a line about each thing that a start had to clear away. Otherwise it is logged. */
    public LocalCloudBuilder notices(Consumer<String> reader) {
        notices = reader;
        return this;
    }

    LocalCloudBuilder room(DiskRoom needed) {
        room = needed;
        return this;
    }

    /**
     * Checks whether the state can be kept in its folder, before anything is started.
     *
     * @throws DataFolderException when it cannot
     */
    public void requireRoom() {
        DataFolder.requireUsable(data == null ? Path.of(System.getProperty("java.io.tmpdir")) : data, room);
    }

    /**
     * Starts it, and waits until it is ready.
     *
     * @throws PortTakenException when another program has one of its ports
     * @throws DataFolderInUseException when another cloud is running on its data folder
     * @throws DataFolderException when its data folder cannot be written to, or the disk is full
     * @throws FormerTablesException when its data folder holds tables of DynamoDB Local
     */
    public LocalCloud start() {
        return LocalCloud.start(this);
    }

    Optional<Database> warehouse() {
        return Optional.ofNullable(warehouse);
    }

    List<String> hosts() {
        return Stream.concat(hosts.stream(), Stream.of(address)).toList();
    }

    DataFolder openData() {
        return data == null ? DataFolder.temporary(room) : DataFolder.open(data, room);
    }

    boolean isFull(DataFolder folder) {
        return room.isShort(folder.path());
    }

    Health health(DataFolder folder, Optional<String> warehouseUrl) {
        Map<String, String> details = new LinkedHashMap<>();
        boolean full = isFull(folder);
        details.put("status", full ? "full" : "up");
        if (full) {
            details.put("reason", "the disk of the data folder " + folder.path() + " is full");
        }
        warehouseUrl.ifPresent(url -> details.put("warehouse", url));
        return new Health(!full, details);
    }

    Kinesis openKinesis(DataFolder folder, Faults faults) {
        Kinesis kinesis = Kinesis.open(folder.folder("kinesis"), Clock.systemUTC(), faults.forEntries());
        kinesis.enforceShardLimits(kinesisShardLimits);
        kinesis.delayChanges(changes);
        return kinesis;
    }

    DynamoDb openDynamoDb(DataFolder folder, Faults faults) throws IOException {
        Path tables = folder.folder("dynamodb");
        FormerTables.requireNone(tables);
        DynamoDb dynamoDb = DynamoDb.open(tables, Clock.systemUTC(), faults.forEntries());
        dynamoDb.enforceThroughput(dynamoDbThroughput);
        dynamoDb.enforcePartitionLimits(dynamoDbPartitionLimits);
        dynamoDb.delayChanges(changes);
        return dynamoDb;
    }

    Postgres startWarehouse(Database database, DataFolder folder) throws IOException {
        try {
            return Postgres.start(database, folder.folder("warehouse"), cache);
        } catch (BindException taken) {
            endLeftOver(database.port(), taken);
            return Postgres.start(database, folder.folder("warehouse"), cache);
        }
    }

    /** A server whose cloud has gone only blocks the port, and is ended; one whose cloud runs is left alone. */
    private void endLeftOver(int port, BindException taken) throws IOException {
        RunningServer server =
                RunningServer.on(port).orElseThrow(() -> new PortTakenException("the warehouse", port, taken));
        Path state = server.folder().resolveSibling("");
        String holder = DataFolder.holderOf(state);
        if (holder != null) {
            throw new PortTakenException("the warehouse", port, "the cloud on " + state + ", process " + holder, taken);
        }
        notices.accept("Port %d was held by PostgreSQL, process %d, left behind on %s; it was stopped."
                .formatted(port, server.process().pid(), state));
        server.end();
    }

    Gateway bindGateway() throws IOException {
        try {
            return Gateway.bind(address, port);
        } catch (BindException e) {
            throw new PortTakenException("the AWS endpoint", port, e);
        }
    }
}
