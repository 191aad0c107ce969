package io.tillstream.localcloud.dynamodb.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableLimitsTests {

    private static final Item ONE = item("one");
    private static final Item OTHER = item("other");
    private static final TableDefinition PROVISIONED = table(null, new Throughput(5, 10));
    private static final TableDefinition ON_DEMAND = table(Instant.EPOCH, Throughput.ON_DEMAND);

    private Instant now = Instant.EPOCH;
    private final TableLimits limits = new TableLimits(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void nothingIsInForceUnlessAsked() {
        write(PROVISIONED, ONE, 100_000);

        assertThat(limits.admitsWrite(PROVISIONED, ONE)).isTrue();
    }

    @Test
    void holdsAProvisionedTableToWhatItWasGiven() {
        limits.enforceOfTables(true);
        write(PROVISIONED, ONE, 10);

        assertThat(limits.admitsWrite(PROVISIONED, OTHER)).isFalse();
        assertThat(limits.admitsRead(PROVISIONED, OTHER)).isTrue();
        now = now.plusMillis(100);
        assertThat(limits.admitsWrite(PROVISIONED, OTHER)).isTrue();
    }

    @Test
    void leavesTablesAloneThatAreBilledByRequest() {
        limits.enforceOfTables(true);
        write(ON_DEMAND, ONE, 100_000);

        assertThat(limits.admitsWrite(ON_DEMAND, ONE)).isTrue();
    }

    @Test
    void keepsFiveMinutesOfWhatWasNotUsed() {
        limits.enforceOfTables(true);
        assertThat(limits.admitsWrite(PROVISIONED, ONE)).isTrue();
        now = now.plus(Duration.ofHours(1));
        assertThat(limits.admitsWrite(PROVISIONED, ONE)).isTrue();
        write(PROVISIONED, ONE, 2_999);
        assertThat(limits.admitsWrite(PROVISIONED, ONE)).isTrue();
        write(PROVISIONED, ONE, 1);
        assertThat(limits.admitsWrite(PROVISIONED, ONE)).isFalse();
    }

    @Test
    void holdsAHotPartitionAndNoOther() {
        limits.enforceOfPartitions(true);
        write(ON_DEMAND, ONE, 1_000);

        assertThat(limits.admitsWrite(ON_DEMAND, ONE)).isFalse();
        assertThat(limits.admitsWrite(ON_DEMAND, OTHER)).isTrue();
        limits.hasRead(ON_DEMAND, ONE, 3_000);
        assertThat(limits.admitsRead(ON_DEMAND, ONE)).isFalse();
        now = now.plusSeconds(1);
        assertThat(limits.admitsWrite(ON_DEMAND, ONE)).isTrue();
    }

    private void write(TableDefinition table, Item partition, double units) {
        limits.hasWritten(table, partition, units);
    }

    private static Item item(String partition) {
        return new Item(Map.of("p", new Value.Text(partition)));
    }

    private static TableDefinition table(@Nullable Instant onDemandSince, Throughput throughput) {
        return new TableDefinition(
                "table",
                "id",
                Instant.EPOCH,
                onDemandSince == null ? 1 : 2,
                Map.of("p", "S"),
                new KeySchema(List.of(new KeyAttribute("p", "S")), List.of()),
                List.of(),
                new TableSettings(onDemandSince, throughput, null, null, false, null, false, null, null),
                null,
                Map.of(),
                Instant.EPOCH,
                false,
                false);
    }
}
