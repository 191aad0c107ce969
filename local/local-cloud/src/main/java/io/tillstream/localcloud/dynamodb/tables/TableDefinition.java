package io.tillstream.localcloud.dynamodb.tables;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a table but its items. It does not change; a changed table has another one.
 *
 * @param attributes the types of the attributes that keys are made of
 * @param space where its items are
 * @param expiryAttribute the attribute with the time after which an item is deleted; null if none is
 * @param settled when the last change of it takes full effect
 * @param updated whether it was changed since it was created
 */
public record TableDefinition(
        String name,
        String id,
        Instant created,
        int space,
        Map<String, String> attributes,
        KeySchema keys,
        List<IndexDefinition> indexes,
        TableSettings settings,
        @Nullable String expiryAttribute,
        Map<String, String> tags,
        Instant settled,
        boolean updated,
        boolean deleted) {

    public static final String ARN_PREFIX = "arn:aws:dynamodb:eu-west-1:000000000000:table/";

    @JsonIgnore
    public String arn() {
        return ARN_PREFIX + name;
    }

    /** The name of its stream, if it has one. */
    @JsonIgnore
    public @Nullable String streamArn() {
        ChangeStream stream = settings.changeStream();
        return stream == null ? null : arn() + "/stream/" + stream.label();
    }

    public Optional<IndexDefinition> index(String indexName) {
        return indexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
    }

    /** In the order in which the service looks at the keys of an item. */
    List<IndexDefinition> indexesByName() {
        return indexes.size() < 2
                ? indexes
                : indexes.stream()
                        .sorted(Comparator.comparing(IndexDefinition::name))
                        .toList();
    }

    public Stream<IndexDefinition> indexes(boolean global) {
        return indexes.stream().filter(index -> index.global() == global);
    }

    @JsonIgnore
    public boolean hasLocalIndex() {
        return indexes.stream().anyMatch(index -> !index.global());
    }

    /** Tables are keys of maps in every write; those with one name at the same time are the same. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** {@code ACTIVE}, or what is still going on. */
    public String status(Instant now) {
        if (deleted) {
            return "DELETING";
        }
        if (now.isBefore(settled)) {
            return updated ? "UPDATING" : "CREATING";
        }
        return indexes.stream().allMatch(IndexDefinition::complete) ? "ACTIVE" : "UPDATING";
    }

    public TableDefinition withIndex(String indexName, UnaryOperator<IndexDefinition> change) {
        return withIndexes(indexes.stream()
                .map(index -> index.name().equals(indexName) ? change.apply(index) : index)
                .toList());
    }

    public TableDefinition withIndexes(List<IndexDefinition> changed) {
        return changed(draft -> draft.indexes = changed);
    }

    public TableDefinition withAttributes(Map<String, String> changed) {
        return changed(draft -> draft.attributes = changed);
    }

    public TableDefinition withSettings(TableSettings changed) {
        return changed(draft -> draft.settings = changed);
    }

    public TableDefinition withExpiryAttribute(@Nullable String attribute) {
        return changed(draft -> draft.expiryAttribute = attribute);
    }

    public TableDefinition withTags(Map<String, String> changed) {
        return changed(draft -> draft.tags = changed);
    }

    public TableDefinition settling(Instant until) {
        return changed(draft -> {
            draft.settled = until;
            draft.updated = true;
        });
    }

    public TableDefinition deleting(Instant until) {
        return settling(until).changed(draft -> draft.deleted = true);
    }

    private TableDefinition changed(Consumer<TableDraft> change) {
        TableDraft draft = new TableDraft(this);
        change.accept(draft);
        return draft.toDefinition();
    }
}
