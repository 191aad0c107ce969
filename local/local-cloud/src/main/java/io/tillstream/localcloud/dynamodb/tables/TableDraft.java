package io.tillstream.localcloud.dynamodb.tables;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A definition on its way to another one: those members of it that ever change. */
final class TableDraft {

    Map<String, String> attributes;
    List<IndexDefinition> indexes;
    TableSettings settings;

    @Nullable
    String expiryAttribute;

    Map<String, String> tags;
    Instant settled;
    boolean updated;
    boolean deleted;

    private final TableDefinition before;

    TableDraft(TableDefinition before) {
        this.before = before;
        this.attributes = before.attributes();
        this.indexes = before.indexes();
        this.settings = before.settings();
        this.expiryAttribute = before.expiryAttribute();
        this.tags = before.tags();
        this.settled = before.settled();
        this.updated = before.updated();
        this.deleted = before.deleted();
    }

    TableDefinition toDefinition() {
        return new TableDefinition(
                before.name(),
                before.id(),
                before.created(),
                before.space(),
                attributes,
                before.keys(),
                indexes,
                settings,
                expiryAttribute,
                tags,
                settled,
                updated,
                deleted);
    }
}
