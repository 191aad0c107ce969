package io.tillstream.loader.ledger;

import static io.tillstream.loader.ledger.LedgerTable.numberOf;
import static io.tillstream.loader.ledger.LedgerTable.text;
import static io.tillstream.loader.ledger.LedgerTable.textOf;

import io.tillstream.loader.ledger.LedgerTable.Change;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One attempt to claim a file. */
final class Claimant {

    private static final String SET =
            "SET #owner = :owner, #name = :name, #beat = :beat, #state = if_not_exists(#state, :state)";

    private final LedgerTable table;
    private final ClaimLease lease;
    private final String load;
    private final LoadState fresh;
    private final Consumer<String> waiting;
    private final String owner = UUID.randomUUID().toString();

    Claimant(LedgerTable table, ClaimLease lease, String load, LoadState fresh, Consumer<String> waiting) {
        this.table = table;
        this.lease = lease;
        this.load = load;
        this.fresh = fresh;
        this.waiting = waiting;
    }

    Claimed claim(LoadLedger ledger) throws InterruptedException {
        while (true) {
            Map<String, AttributeValue> seen = table.get(load, LoadLedger.FILE);
            String holder = text(seen, LoadLedger.OWNER);
            if (holder != null && renewsWithinALease(seen)) {
                return new Claimed.Busy(String.valueOf(text(seen, LoadLedger.NAME)));
            }
            if (takeOver(seen)) {
                return new Claimed.Held(new Claim(ledger, load, owner, lease));
            }
        }
    }

    /** Whether the holder lives; a change of any kind says so. */
    private boolean renewsWithinALease(Map<String, AttributeValue> seen) throws InterruptedException {
        waiting.accept("%s has claimed this file; waiting up to %d s to see whether it is alive"
                .formatted(
                        text(seen, LoadLedger.NAME), Math.max(1, lease.length().toSeconds())));
        long deadline = System.nanoTime() + lease.length().toNanos();
        Duration pause = lease.betweenBeats().dividedBy(2);
        while (System.nanoTime() < deadline) {
            Thread.sleep(pause);
            Map<String, AttributeValue> next = table.get(load, LoadLedger.FILE);
            if (!next.containsKey(LoadLedger.OWNER)) {
                return false;
            }
            if (!claimOf(next).equals(claimOf(seen))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nobody else was quicker. */
    private boolean takeOver(Map<String, AttributeValue> seen) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":owner", textOf(owner),
                ":name", textOf(lease.owner()),
                ":beat", numberOf(0),
                ":state", textOf(LoadLedger.jsonOf(fresh))));
        String free = "attribute_not_exists(#owner)";
        if (seen.containsKey(LoadLedger.OWNER)) {
            values.put(":seenOwner", seen.get(LoadLedger.OWNER));
            values.put(":seenBeat", seen.get(LoadLedger.BEAT));
            free += " OR (#owner = :seenOwner AND #beat = :seenBeat)";
        }
        Map<String, String> names = Map.of(
                "#owner",
                LoadLedger.OWNER,
                "#name",
                LoadLedger.NAME,
                "#beat",
                LoadLedger.BEAT,
                "#state",
                LoadLedger.STATE);
        return table.update(load, LoadLedger.FILE, new Change(SET, free, names, values));
    }

    private static Map<String, AttributeValue> claimOf(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> claim = new HashMap<>(item);
        claim.keySet().retainAll(Set.of(LoadLedger.OWNER, LoadLedger.BEAT));
        return claim;
    }
}
