package io.tillstream.consumers.warehouse;

import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.codec.LineForm;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Packs rows into records, as many in one as configured. */
final class RecordPacker {

    /** API reference of PutRecordBatch: a record has at most 1,000 KiB, before it is encoded. */
    static final int MAX_BYTES = 1_000 << 10;

    private final LineForm form;
    private final long targetBytes;
    private final int maxBytes;

    RecordPacker(LineForm form, long targetBytes) {
        this(form, targetBytes, MAX_BYTES);
    }

    RecordPacker(LineForm form, long targetBytes, int maxBytes) {
        this.form = form;
        this.targetBytes = targetBytes;
        this.maxBytes = maxBytes;
    }

    /** The lines as records, in order, except those that are too large for any record, which are refused. */
    List<DeliveryRecord> pack(List<StreamLine> lines, Refusals refusals) {
        Packing packing = new Packing();
        for (StreamLine line : lines) {
            byte[] row = form.encode(line.line());
            if (row.length + 1 > maxBytes) {
                refusals.refuse(line, "its row has " + row.length + " bytes; a record of Firehose holds " + maxBytes);
            } else {
                packing.add(line, row);
            }
        }
        packing.close();
        return packing.records;
    }

    private final class Packing {
        private final List<DeliveryRecord> records = new ArrayList<>();
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private List<StreamLine> lines = new ArrayList<>();

        private void add(StreamLine line, byte[] row) {
            if (data.size() + row.length + 1 > targetBytes) {
                close();
            }
            lines.add(line);
            data.writeBytes(row);
            data.write('\n');
        }

        private void close() {
            if (!lines.isEmpty()) {
                records.add(new DeliveryRecord(lines, data.toByteArray()));
                lines = new ArrayList<>();
                data.reset();
            }
        }
    }
}
