package io.tillstream.localcloud.contract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Reads shards from their horizon to their end. */
public record ShardReader(KinesisClient client, String stream) {

    public String fromHorizon(String shard) {
        return client.getShardIterator(
                        get -> get.streamName(stream).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
    }

    public List<Record> all(String shard) {
        return all(shard, 10_000);
    }

    /** Reads what is there, so many records at a time. */
    public List<Record> all(String shard, int limit) {
        List<Record> records = new ArrayList<>();
        @Nullable String iterator = fromHorizon(shard);
        while (iterator != null) {
            String from = iterator;
            GetRecordsResponse response =
                    client.getRecords(get -> get.shardIterator(from).limit(limit));
            records.addAll(response.records());
            iterator = response.records().isEmpty() ? null : response.nextShardIterator();
        }
        return records;
    }
}
