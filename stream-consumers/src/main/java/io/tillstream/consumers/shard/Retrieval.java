package io.tillstream.consumers.shard;

import java.time.Duration;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.Http2Configuration;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.retrieval.RetrievalSpecificConfig;
import software.amazon.kinesis.retrieval.fanout.FanOutConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/** How records get from Kinesis to a worker. */
public enum Retrieval {
    /** Asked for, from what all applications share of a shard: five reads and 2 MB a second. */
    POLLING {
        @Override
        RetrievalSpecificConfig config(
                KclProperties settings, String stream, KinesisAsyncClient kinesis, String application) {
            return new PollingConfig(stream, kinesis)
                    .maxRecords(settings.maxRecords())
                    .idleTimeBetweenReadsInMillis(settings.idleBetweenReads().toMillis());
        }

        // HTTP/1.1, because polling needs no streams and not every endpoint has HTTP/2.
        @Override
        NettyNioAsyncHttpClient.Builder http() {
            return NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1).maxConcurrency(CONNECTIONS);
        }
    },
    /** Pushed, with 2 MB a second per shard for each application, at an extra price. */
    FAN_OUT {
        @Override
        RetrievalSpecificConfig config(
                KclProperties settings, String stream, KinesisAsyncClient kinesis, String application) {
            return new FanOutConfig(kinesis)
                    .streamName(stream)
                    .applicationName(application)
                    .consumerName(application);
        }

        // As KCL builds it: a subscription is a stream that stays open, and that one has died is noticed by its pings.
        @Override
        NettyNioAsyncHttpClient.Builder http() {
            return NettyNioAsyncHttpClient.builder()
                    .protocol(Protocol.HTTP2)
                    .maxConcurrency(Integer.MAX_VALUE)
                    .http2Configuration(Http2Configuration.builder()
                            .initialWindowSize(WINDOW_BYTES)
                            .healthCheckPingPeriod(PING_PERIOD)
                            .build());
        }
    };

    private static final int CONNECTIONS = 200;
    private static final int WINDOW_BYTES = 512 * 1024;
    private static final Duration PING_PERIOD = Duration.ofMinutes(1);

    abstract RetrievalSpecificConfig config(
            KclProperties settings, String stream, KinesisAsyncClient kinesis, String application);

    /** The HTTP client that Kinesis is to be called with. */
    abstract NettyNioAsyncHttpClient.Builder http();
}
