package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.value.KeyCodec;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.List;

/** The items a query reads: the partition's key values in their order, and the tests of the sort key's parts. */
public record KeyMatch(List<Value> partition, List<KeyTest> sort) {

    /** The keys that match among those that begin with the bytes given, which say the partition. */
    public EntryRange range(byte[] partitionBytes) {
        byte[] prefix = partitionBytes;
        for (int i = 0; i < sort.size(); i++) {
            KeyTest test = sort.get(i);
            if (!test.isEquality() || i == sort.size() - 1) {
                return test.range(prefix);
            }
            prefix = KeyTest.joined(prefix, KeyCodec.encode(test.operands().getFirst()));
        }
        return EntryRange.startingWith(prefix);
    }
}
