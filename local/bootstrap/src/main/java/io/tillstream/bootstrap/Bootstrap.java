package io.tillstream.bootstrap;

import io.tillstream.invoicestore.InvoiceTables;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.Names;
import io.tillstream.model.layout.ObjectKeys;
import java.time.Duration;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/** Creates the stream, the tables, the bucket and the delivery stream, each unless it is there. */
public final class Bootstrap {

    private static final FeedLayout FEED = FeedLayout.TRANSACTIONS;
    private static final int SHARDS = 2;
    private static final int DELIVERY_MEGABYTES = 5;
    private static final Duration DELIVERY = Duration.ofSeconds(5);
    private static final String ROLE = "arn:aws:iam::000000000000:role/tillstream-firehose";

    private final CloudClients clients;
    private final Duration delivery;

    public Bootstrap(CloudClients clients) {
        this(clients, DELIVERY);
    }

    /** @param delivery how long the delivery stream gathers records, in whole seconds */
    public Bootstrap(CloudClients clients, Duration delivery) {
        this.clients = clients;
        this.delivery = delivery;
    }

    public void createMissing() {
        createStream(clients.kinesis());
        new InvoiceTables(clients.dynamoDb()).createMissing();
        createBucket(clients.s3());
        createDeliveryStream(clients.firehose());
    }

    private static void createStream(KinesisClient kinesis) {
        try {
            kinesis.createStream(request -> request.streamName(FEED.stream()).shardCount(SHARDS));
        } catch (software.amazon.awssdk.services.kinesis.model.ResourceInUseException alreadyThere) {
            // Its shards may have been split since; they stay as they are.
        }
        kinesis.waiter().waitUntilStreamExists(request -> request.streamName(FEED.stream()));
    }

    private static void createBucket(S3Client s3) {
        try {
            s3.createBucket(request -> request.bucket(Names.LAKE_BUCKET));
        } catch (BucketAlreadyOwnedByYouException alreadyThere) {
            // What lies in it stays.
        }
    }

    private void createDeliveryStream(FirehoseClient firehose) {
        try {
            firehose.createDeliveryStream(request -> request.deliveryStreamName(FEED.deliveryStream())
                    .deliveryStreamType(DeliveryStreamType.DIRECT_PUT)
                    .extendedS3DestinationConfiguration(s3 -> s3.roleARN(ROLE)
                            .bucketARN("arn:aws:s3:::" + Names.LAKE_BUCKET)
                            .prefix(FEED.deliveredPrefix())
                            .errorOutputPrefix(ObjectKeys.UNDELIVERED_PREFIX)
                            .compressionFormat(CompressionFormat.GZIP)
                            .bufferingHints(hints -> hints.sizeInMBs(DELIVERY_MEGABYTES)
                                    .intervalInSeconds(Math.toIntExact(delivery.toSeconds())))));
        } catch (ResourceInUseException alreadyThere) {
            // Its buffer may hold records; it stays as it is.
        }
    }
}
