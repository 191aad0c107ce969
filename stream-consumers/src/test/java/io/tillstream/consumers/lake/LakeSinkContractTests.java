package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.SampleBatches;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.SinkContract;
import io.tillstream.model.FeedLine;
import java.util.List;

class LakeSinkContractTests implements SinkContract {

    private final InMemoryLakeObjects objects = new InMemoryLakeObjects();
    private final InMemoryLakeIndex index = new InMemoryLakeIndex();
    private final LakeProperties limits = SampleLimits.of("max-size", "2KB", "min-size", "0B");

    @Override
    public Sink sink() {
        IndexHistory history = new IndexHistory(index, shardId -> List.of(), limits);
        return new LakeSink(
                samples().feed(),
                objects,
                shardId -> new ShardMemory(shardId, index, history, limits),
                LakeHolding.of(limits, () -> SampleBatches.ARRIVAL));
    }

    @Override
    public List<FeedLine> stored() {
        return objects.allLines(samples().feed().wireForm());
    }

    @Override
    public void storeFails(boolean fails) {
        if (fails) {
            objects.failNext(Integer.MAX_VALUE);
        } else {
            objects.recover();
        }
    }
}
