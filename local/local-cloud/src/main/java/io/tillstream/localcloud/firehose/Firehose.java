package io.tillstream.localcloud.firehose;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsOperations;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import io.tillstream.localcloud.storage.FileTree;
import io.tillstream.localcloud.storage.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Data Firehose with direct put and destinations on S3, in a folder of its own, which it locks. A record that was
 * acknowledged survives the end of the process by whatever means, and is delivered at least once.
 */
public final class Firehose implements AwsOperations, AutoCloseable {

    static final String TARGET = "Firehose_20150804";

    private final FolderLock lock;
    private final DeliveryStreams streams;
    private final DeliveryStreamOperations streamOperations;
    private final PutOperations putOperations;
    private final Runnable afterClose;

    private Firehose(Path folder, Clock clock, ObjectSink sink, EntryFaults faults, Runnable afterClose) {
        this.lock = FolderLock.acquire(folder);
        this.streams = new DeliveryStreams(folder, sink, clock);
        this.streamOperations = new DeliveryStreamOperations(streams, clock);
        this.putOperations = new PutOperations(streams, faults);
        this.afterClose = afterClose;
    }

    /** Opens the streams kept in a folder, or throws {@link IllegalStateException} if another has them open. */
    public static Firehose open(Path folder, Clock clock, ObjectSink sink, EntryFaults faults) {
        return new Firehose(folder, clock, sink, faults, () -> {}).started();
    }

    /** Streams that are deleted when closed, with what they have not delivered. */
    public static Firehose ephemeral(Clock clock, ObjectSink sink, EntryFaults faults) {
        try {
            Path folder = Files.createTempDirectory("firehose");
            return new Firehose(folder, clock, sink, faults, () -> FileTree.delete(folder)).started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has everything that is buffered delivered at once; does not wait for it. */
    public void deliverNow() {
        streams.all().forEach(DeliveryStream::hurry);
    }

    @Override
    public String targetPrefix() {
        return TARGET;
    }

    @Override
    public Object call(String operation, AwsRequest request) {
        return switch (operation) {
            case "CreateDeliveryStream" -> streamOperations.create(request);
            case "DescribeDeliveryStream" -> streamOperations.describe(request);
            case "ListDeliveryStreams" -> streamOperations.list(request);
            case "DeleteDeliveryStream" -> streamOperations.delete(request);
            case "PutRecord" -> putOperations.putRecord(request);
            case "PutRecordBatch" -> putOperations.putRecordBatch(request);
            default -> throw AwsError.unknownOperation(operation);
        };
    }

    @Override
    public void close() {
        streams.close();
        lock.close();
        afterClose.run();
    }

    private Firehose started() {
        streams.startAll();
        return this;
    }
}
