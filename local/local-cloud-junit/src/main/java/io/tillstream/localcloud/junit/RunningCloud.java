package io.tillstream.localcloud.junit;

import io.tillstream.localcloud.LocalCloud;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkClient;

/** A cloud, and the clients that were asked for. */
final class RunningCloud implements AutoCloseable {

    private final LocalCloud cloud;
    private final String region;
    private final Map<Class<?>, SdkClient> clients = new ConcurrentHashMap<>();

    private RunningCloud(LocalCloud cloud, String region) {
        this.cloud = cloud;
        this.region = region;
    }

    static RunningCloud start(EmbeddedCloud wanted) {
        LocalCloud cloud = LocalCloud.builder()
                .port(0)
                .kinesisShardLimits(wanted.kinesisShardLimits())
                .start();
        return new RunningCloud(cloud, wanted.region());
    }

    LocalCloud cloud() {
        return cloud;
    }

    /** The one client of a type. */
    SdkClient client(Class<? extends SdkClient> type) {
        return clients.computeIfAbsent(type, wanted -> ClientOfCloud.create(type, cloud.endpoint(), region));
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
        cloud.close();
    }
}
