package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.WriteCost;
import io.tillstream.localcloud.dynamodb.value.Item;
import org.jspecify.annotations.Nullable;

/** What a write has found and left. The item before is not known of writes that did not need it. */
record WriteOutcome(
        TableDefinition table,
        @Nullable Item before,
        @Nullable Item after,
        WriteCost cost) {}
