package io.tillstream.localcloud.dynamodb.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillstream.localcloud.dynamodb.store.EntryBatch;
import io.tillstream.localcloud.dynamodb.store.EntryCursor;
import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The tables there are, kept among the entries. Definitions change one at a time, together with their entries. */
public final class Tables {

    /** The space of the definitions themselves. */
    private static final int DEFINITIONS = 0;

    // Those before are for what belongs to no table.
    private static final int FIRST_SPACE = 16;

    // Behind all names: a table's name cannot begin so.
    private static final byte[] NEXT_SPACE = {(byte) 0xFF};
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final EntryStore store;
    private final Clock clock;
    private final ConcurrentNavigableMap<String, TableDefinition> byName = new ConcurrentSkipListMap<>();
    private final AtomicInteger nextSpace = new AtomicInteger(FIRST_SPACE);
    private final TableLimits limits;
    private volatile Duration delay = Duration.ZERO;

    public Tables(EntryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.limits = new TableLimits(clock);
        byte[] next = store.get(DEFINITIONS, NEXT_SPACE);
        if (next != null) {
            nextSpace.set(Integer.parseInt(new String(next, UTF_8)));
        }
        EntryCursor cursor = store.cursor(DEFINITIONS, new EntryRange(new byte[0], NEXT_SPACE), true);
        while (cursor.next()) {
            TableDefinition table = MAPPER.readValue(cursor.value(), TableDefinition.class);
            byName.put(table.name(), table);
        }
    }

    /** How long tables stay in CREATING, UPDATING and DELETING from now on. */
    public void delayChanges(Duration time) {
        delay = time;
    }

    /** The rates that tables are held to. */
    public TableLimits limits() {
        return limits;
    }

    public Instant now() {
        return clock.instant();
    }

    /** When a change that begins takes full effect. */
    public Instant settling() {
        return now().plus(delay);
    }

    public Collection<TableDefinition> all() {
        byName.values().stream().filter(this::isGone).toList().forEach(this::remove);
        return byName.values();
    }

    /** A table in whatever state; {@code ResourceNotFoundException} if there is none. */
    public TableDefinition described(String name) {
        TableDefinition table = find(name);
        if (table == null) {
            throw DynamoDbErrors.noTable(name);
        }
        return table;
    }

    /** A table whose items can be read and written. */
    public TableDefinition inService(String name) {
        TableDefinition table = find(name);
        if (table == null || table.deleted() || (!table.updated() && now().isBefore(table.settled()))) {
            throw DynamoDbErrors.noResource();
        }
        return table;
    }

    public @Nullable TableDefinition find(String name) {
        TableDefinition table = byName.get(name);
        if (table != null && isGone(table)) {
            remove(table);
            return null;
        }
        return table;
    }

    /** A number for a space that was never used. */
    public int newSpace() {
        return nextSpace.getAndIncrement();
    }

    public void create(TableDefinition table) {
        store.write(
                batch -> {
                    if (find(table.name()) != null) {
                        throw DynamoDbErrors.exists(table.name());
                    }
                    batch.put(
                            DEFINITIONS,
                            NEXT_SPACE,
                            Integer.toString(nextSpace.get()).getBytes(UTF_8));
                    save(table, batch);
                    return table;
                },
                stored -> byName.put(stored.name(), stored));
    }

    /** Changes a definition, and entries with it. The new one shows when it is stored. */
    public TableDefinition change(String name, UnaryOperator<TableDefinition> change) {
        return store.write(
                batch -> {
                    TableDefinition before = described(name);
                    TableDefinition after = change.apply(before);
                    batch.put(
                            DEFINITIONS,
                            NEXT_SPACE,
                            Integer.toString(nextSpace.get()).getBytes(UTF_8));
                    save(after, batch);
                    before.indexes().stream()
                            .filter(index -> after.index(index.name()).isEmpty())
                            .forEach(index -> batch.drop(index.space()));
                    ChangeStream stream = before.settings().changeStream();
                    if (stream != null && !stream.equals(after.settings().changeStream())) {
                        batch.drop(stream.space());
                    }
                    return after;
                },
                stored -> byName.put(name, stored));
    }

    /** Begins to delete a table, and deletes it unless that is to take its time. */
    public void delete(String name) {
        Instant gone = settling();
        change(name, before -> before.deleting(gone));
        find(name);
    }

    private boolean isGone(TableDefinition table) {
        return table.deleted() && !now().isBefore(table.settled());
    }

    private void remove(TableDefinition table) {
        store.write(
                batch -> {
                    if (table.equals(byName.get(table.name()))) {
                        batch.delete(DEFINITIONS, table.name().getBytes(UTF_8));
                        batch.drop(table.space());
                        table.indexes().forEach(index -> batch.drop(index.space()));
                        if (table.settings().changeStream() != null) {
                            batch.drop(table.settings().changeStream().space());
                        }
                    }
                    return table;
                },
                gone -> byName.remove(gone.name(), gone));
    }

    private static void save(TableDefinition table, EntryBatch batch) {
        batch.put(DEFINITIONS, table.name().getBytes(UTF_8), MAPPER.writeValueAsBytes(table));
    }
}
