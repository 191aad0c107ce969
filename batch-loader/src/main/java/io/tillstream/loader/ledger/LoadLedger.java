package io.tillstream.loader.ledger;

import static io.tillstream.loader.ledger.LedgerTable.numberOf;
import static io.tillstream.loader.ledger.LedgerTable.text;
import static io.tillstream.loader.ledger.LedgerTable.textOf;

import io.tillstream.loader.ledger.LedgerTable.Change;
import io.tillstream.loader.parts.Part;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has been done for each file: an item for the file, one for each of its finished parts, and one for each content
 * and each S3 object that was ever loaded, with the load that did it.
 *
 * <p>Who works on a file has claimed it. A claim that is not renewed for as long as a lease lasts can be taken over;
 * how long that is each one measures by its own clock, from when it saw the last renewal.
 */
public final class LoadLedger {

    static final String FILE = "file";
    static final String STATE = "state";
    static final String OWNER = "owner";
    static final String NAME = "name";
    static final String BEAT = "beat";

    private static final String PART = "part#";
    private static final String DONE = "stored";
    private static final String OF = "of";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LedgerTable table;
    private final ClaimLease lease;

    public LoadLedger(DynamoDbClient dynamoDb, String table, ClaimLease lease) {
        this.table = new LedgerTable(dynamoDb, table);
        this.lease = lease;
    }

    /** Creates the table if it is missing, billed on demand. */
    public static void createMissing(DynamoDbClient dynamoDb, String table) {
        new LedgerTable(dynamoDb, table).createMissing();
    }

    public Optional<LoadState> find(String load) {
        return Optional.ofNullable(text(table.get(load, FILE), STATE)).map(LoadLedger::stateOf);
    }

    /**
     * Claims a file, waiting for a claim that may be dead.
     *
     * @param fresh its state if nobody has seen it before
     * @param waiting told, once, what is waited for
     */
    public Claimed claim(String load, LoadState fresh, Consumer<String> waiting) throws InterruptedException {
        return new Claimant(table, lease, load, fresh, waiting).claim(this);
    }

    /** Its finished parts, in their order. */
    public List<Part> parts(String load) {
        return table.beginningWith(load, PART)
                .map(item -> JSON.readValue(text(item, STATE), Part.class))
                .sorted(Comparator.comparingInt(Part::number))
                .toList();
    }

    /** Those of them whose lines DynamoDB has not got. */
    public List<Part> partsToStore(String load) {
        return table.beginningWith(load, PART)
                .filter(item -> !item.containsKey(DONE))
                .map(item -> JSON.readValue(text(item, STATE), Part.class))
                .sorted(Comparator.comparingInt(Part::number))
                .toList();
    }

    /** The load that brought these lines to the lake, if any. */
    public Optional<String> loadOf(String digest) {
        return Optional.ofNullable(text(table.get(contentOf(digest), FILE), OF));
    }

    /** Records that this load brought these lines to the lake, unless another one did. Returns the one that did. */
    public String claimContent(String digest, String load) {
        Change change = new Change(
                "SET #of = :of", "attribute_not_exists(#of)", Map.of("#of", OF), Map.of(":of", textOf(load)));
        return table.update(contentOf(digest), FILE, change)
                ? load
                : loadOf(digest).orElse(load);
    }

    /** The load of the S3 object as it is. */
    public Optional<String> loadOfObject(String uri, String etag) {
        return Optional.ofNullable(text(table.get(uri, etag), OF));
    }

    public void remember(String uri, String etag, String load) {
        table.put(uri, etag, Map.of(OF, textOf(load)));
    }

    void putPart(String load, Part part) {
        table.put(load, itemOf(part), Map.of(STATE, textOf(JSON.writeValueAsString(part))));
    }

    void partIsStored(String load, Part part) {
        table.put(
                load,
                itemOf(part),
                Map.of(STATE, textOf(JSON.writeValueAsString(part)), DONE, AttributeValue.fromBool(true)));
    }

    void forgetParts(String load) {
        parts(load).forEach(part -> table.delete(load, itemOf(part)));
    }

    /** Whether the claim is still that of this owner. */
    boolean save(String load, String owner, LoadState state) {
        return table.update(
                load,
                FILE,
                new Change(
                        "SET #state = :state",
                        "#owner = :owner",
                        Map.of("#state", STATE, "#owner", OWNER),
                        Map.of(":state", textOf(JSON.writeValueAsString(state)), ":owner", textOf(owner))));
    }

    boolean beat(String load, String owner, long beat) {
        return table.update(
                load,
                FILE,
                new Change(
                        "SET #beat = :beat",
                        "#owner = :owner",
                        Map.of("#beat", BEAT, "#owner", OWNER),
                        Map.of(":beat", numberOf(beat), ":owner", textOf(owner))));
    }

    boolean release(String load, String owner) {
        return table.update(
                load,
                FILE,
                new Change(
                        "REMOVE #owner, #name",
                        "#owner = :owner",
                        Map.of("#owner", OWNER, "#name", NAME),
                        Map.of(":owner", textOf(owner))));
    }

    static LoadState stateOf(@Nullable String json) {
        return JSON.readValue(json, LoadState.class);
    }

    static String jsonOf(LoadState state) {
        return JSON.writeValueAsString(state);
    }

    private static String itemOf(Part part) {
        return PART + "%06d".formatted(part.number());
    }

    private static String contentOf(String digest) {
        return "content#" + digest;
    }
}
