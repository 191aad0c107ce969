package io.tillstream.consumers.lake;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.SinkContract;
import io.tillstream.localcloud.faults.Fault;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.feed.TransactionFeed;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** The contract with the sink as it is wired, on S3. */
class LakeSinkContractIT implements SinkContract {

    private static final LakeOnS3 LAKE = LakeOnS3.start();

    private final String bucket = LAKE.newBucket();

    @AfterAll
    static void stop() {
        LAKE.close();
    }

    @Override
    public Sink sink() {
        LakeProperties properties = SampleLimits.of("bucket", bucket, "max-size", "2KB", "min-size", "0B");
        return new LakeConfiguration()
                .lakeSinks(
                        LAKE.s3(), feed -> shard -> List.of(), properties, new SimpleMeterRegistry(), Clock.systemUTC())
                .of(new TransactionFeed())
                .orElseThrow();
    }

    @Override
    public List<TransactionLine> stored() {
        return LAKE.linesIn(bucket);
    }

    @Override
    public void storeFails(boolean fails) {
        if (fails) {
            LAKE.faults().set("s3", Fault.unavailable());
        } else {
            LAKE.faults().liftAll();
        }
    }
}
