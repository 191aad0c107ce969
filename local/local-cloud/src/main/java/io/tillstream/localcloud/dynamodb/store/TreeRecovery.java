package io.tillstream.localcloud.dynamodb.store;

import io.tillstream.localcloud.storage.LogRecord;
import io.tillstream.localcloud.storage.RecordLog;
import java.nio.file.Path;
import java.util.List;

/** Opens the tree's file and puts into the tree what only the log has. */
final class TreeRecovery {

    private static final int RECORDS_AT_ONCE = 1_000;
    private static final int BYTES_AT_ONCE = 4 * 1024 * 1024;

    private TreeRecovery() {}

    static EntryTree open(Path file, RecordLog log) {
        EntryTree tree = EntryTree.open(file);
        boolean whole = false;
        try {
            replay(log, tree);
            whole = true;
            return tree;
        } finally {
            if (!whole) {
                // Left open, it would write to its file beside the next one.
                tree.abandon();
            }
        }
    }

    /** Entries that the tree has already are put once more: the last change of each is in the log as well. */
    private static void replay(RecordLog log, EntryTree tree) {
        long noted = tree.position();
        long position = noted > log.end() ? log.start() : Math.max(noted, log.start());
        while (position < log.end()) {
            List<LogRecord> records = log.read(position, RECORDS_AT_ONCE, BYTES_AT_ONCE);
            records.forEach(record -> ChangeCodec.decode(record.payload()).forEach(tree::apply));
            position = records.getLast().position() + 1;
        }
    }
}
