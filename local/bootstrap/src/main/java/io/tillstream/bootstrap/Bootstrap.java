package io.tillstream.bootstrap;

import io.tillstream.invoicestore.InvoiceTables;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.Names;
import io.tillstream.model.layout.ObjectKeys;
import io.tillstream.sessionstore.SessionTables;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/** Creates the streams of every feed that is installed, the tables and the bucket, each unless it is there. */
public final class Bootstrap {

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
        List<FeedLayout> feeds =
                Feeds.installed().all().stream().map(Feed::layout).toList();
        feeds.forEach(feed -> createStream(clients.kinesis(), feed.stream()));
        new InvoiceTables(clients.dynamoDb()).createMissing();
        new SessionTables(clients.dynamoDb()).createMissing();
        createBucket(clients.s3());
        feeds.forEach(feed -> createDeliveryStream(clients.firehose(), feed));
    }

    private static void createStream(KinesisClient kinesis, String name) {
        try {
            kinesis.createStream(request -> request.streamName(name).shardCount(SHARDS));
        } catch (software.amazon.awssdk.services.kinesis.model.ResourceInUseException alreadyThere) {
            // Its shards may have been split since; they stay as they are.
        }
        kinesis.waiter().waitUntilStreamExists(request -> request.streamName(name));
    }

    private static void createBucket(S3Client s3) {
        try {
            s3.createBucket(request -> request.bucket(Names.LAKE_BUCKET));
        } catch (BucketAlreadyOwnedByYouException alreadyThere) {
            // What lies in it stays.
        }
    }

    private void createDeliveryStream(FirehoseClient firehose, FeedLayout feed) {
        try {
            firehose.createDeliveryStream(request -> request.deliveryStreamName(feed.deliveryStream())
                    .deliveryStreamType(DeliveryStreamType.DIRECT_PUT)
                    .extendedS3DestinationConfiguration(s3 -> s3.roleARN(ROLE)
                            .bucketARN("arn:aws:s3:::" + Names.LAKE_BUCKET)
                            .prefix(feed.deliveredPrefix())
                            .errorOutputPrefix(ObjectKeys.UNDELIVERED_PREFIX)
                            .compressionFormat(CompressionFormat.GZIP)
                            .bufferingHints(hints -> hints.sizeInMBs(DELIVERY_MEGABYTES)
                                    .intervalInSeconds(Math.toIntExact(delivery.toSeconds())))));
        } catch (ResourceInUseException alreadyThere) {
            // Its buffer may hold records; it stays as it is.
        }
    }
}
