package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request changes in an item. All of it is computed from the item as it was before.
 *
 * @param createsItem whether there is an item afterwards if there was none before
 */
public record Update(List<Edit> edits, boolean createsItem) {

    public static final Update NOTHING = new Update(List.of());

    public Update(List<Edit> edits) {
        this(edits, true);
    }

    /** The update of edits of which none may reach the place of another. */
    public static Update of(List<Edit> edits) {
        Update update = new Update(edits);
        PathConflicts.first(update.paths()).ifPresent(fault -> {
            throw AwsError.validation(fault);
        });
        return update;
    }

    /** The item after the update, which is another object; an item that is not there yet is its key alone. */
    public Item apply(Item before) {
        return DocumentEdits.apply(edits, before);
    }

    /** The attributes that get a value of the request's, whatever the item is. */
    public Item constants() {
        Map<String, Value> constants = new LinkedHashMap<>();
        for (Edit edit : edits) {
            if (edit instanceof Edit.Assign assign
                    && assign.value() instanceof Term.Constant constant
                    && !assign.path().isNested()) {
                constants.put(assign.path().root(), constant.constant());
            }
        }
        return new Item(constants);
    }

    /** The places that are changed. */
    public List<DocumentPath> paths() {
        return edits.stream().map(Edit::path).toList();
    }

    /** What is, or was, at the places that are changed: {@code UPDATED_OLD} and {@code UPDATED_NEW}. */
    public Item changedPart(Item item) {
        return new Projection(paths()).apply(item);
    }
}
