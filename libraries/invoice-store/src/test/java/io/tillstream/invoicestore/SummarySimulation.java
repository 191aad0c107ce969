package io.tillstream.invoicestore;

import static io.tillstream.model.SampleLines.ofShop;
import static io.tillstream.model.SampleLines.soldAt;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.LineKey;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.storecalls.StoreUnavailableException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shards and bulk loads that hold lines of the same few invoices, some of them several times and some in versions that
 * say different things, and workers that store them: they are killed anywhere, overlap, go on after they have lost their shard, share a memory or have none, and
 * their calls fail before and after they have done what was asked.
 */
final class SummarySimulation implements SummaryStore, LinePlaces, VoidRegister {

    private static final int EVENTS = 400;

    private record Place(CustomerId customer, InvoiceNumber invoiceNo) {}

    private static final class Shard {
        private final List<List<TransactionLine>> batches;
        private int checkpoint;
        private int epoch;

        private Shard(List<List<TransactionLine>> batches) {
            this.batches = batches;
        }
    }

    private final Random random;
    private final Turns turns;
    private final Map<InvoiceNumber, Map<LineKey, StoredLine>> stored = new HashMap<>();
    private final Map<Place, Purchase> purchases = new HashMap<>();
    private final List<TransactionLine> voids = new ArrayList<>();
    private final SimulatedLargeInvoices large = new SimulatedLargeInvoices(this::fail);
    private final Set<LineContent> letters = new HashSet<>();
    private final Set<LineKey> contested;
    private final List<Shard> shards;
    private final List<Summaries> processes;

    SummarySimulation(long seed) {
        random = new Random(seed);
        turns = new Turns(random);
        List<TransactionLine> lines = lines();
        contested =
                lines.stream()
                        .collect(Collectors.groupingBy(TransactionLine::key, Collectors.toSet()))
                        .entrySet()
                        .stream()
                        .filter(versions -> versions.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        shards = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> new Shard(batchesOf(lines)))
                .toList();
        processes = Stream.generate(this::process).limit(2).collect(Collectors.toCollection(ArrayList::new));
    }

    void run() {
        Turns.play(this::playToTheEnd);
    }

    private void playToTheEnd() {
        shards.forEach(this::startWorker);
        for (int event = 0; event < EVENTS && !turns.areOver(); event++) {
            switch (random.nextInt(20)) {
                case 0 -> turns.any().kill();
                case 1 -> startWorker(shards.get(random.nextInt(shards.size())));
                case 2 -> processes.set(random.nextInt(processes.size()), process());
                default -> turns.step();
            }
        }
        boolean zombiesLive = random.nextBoolean();
        while (!zombiesLive && !turns.areOver()) {
            turns.any().kill();
        }
        shards.forEach(this::startWorker);
        while (!turns.areOver()) {
            turns.step();
        }
        assertThat(shards).allMatch(shard -> shard.checkpoint == shard.batches.size());
    }

    /** Without digests, which also tell what was replaced. */
    List<Purchase> purchases() {
        return purchases.values().stream()
                .filter(purchase -> !purchase.isEmpty())
                .map(SummarySimulation::withoutDigest)
                .toList();
    }

    /** What is kept of large invoices. */
    List<InvoiceTotals> totals() {
        return large.totals();
    }

    /** What the invoices come to that are kept. */
    List<InvoiceTotals> trueTotals() {
        Map<ShopInvoice, InvoiceTotalsBuilder> sums = new HashMap<>();
        counting().values().stream()
                .map(line -> LineAmount.of(StoredLine.of(line, TransactionHashing.versionOf(line))))
                .filter(line -> large.isKept(ShopInvoice.of(line)))
                .forEach(line -> sums.computeIfAbsent(ShopInvoice.of(line), InvoiceTotalsBuilder::new)
                        .add(line, line.hash(new Digest128())));
        return sums.values().stream().flatMap(sum -> sum.totals().stream()).toList();
    }

    /** What the lines that were ever delivered come to, of each its version that counts. */
    List<Purchase> truth() {
        return counting().values().stream()
                .map(line -> LineAmount.of(StoredLine.of(line, TransactionHashing.versionOf(line))))
                .collect(Collectors.groupingBy(LineAmount::invoiceNo))
                .values()
                .stream()
                .flatMap(Purchase::of)
                .map(SummarySimulation::withoutDigest)
                .toList();
    }

    /** What was said by lines that do not count, and are not void. */
    Set<LineContent> refused() {
        Map<LineKey, TransactionLine> counting = counting();
        counting.values().removeIf(TransactionLine::isVoid);
        return delivered()
                .filter(line -> counting.containsKey(line.key()))
                .filter(line ->
                        !requireNonNull(counting.get(line.key())).content().equals(line.content()))
                .map(TransactionLine::content)
                .collect(Collectors.toSet());
    }

    /** What was kept aside, at some time. */
    Set<LineContent> letters() {
        return letters;
    }

    private Map<LineKey, TransactionLine> counting() {
        return delivered()
                .collect(Collectors.toMap(
                        TransactionLine::key,
                        line -> line,
                        BinaryOperator.minBy(Comparator.comparing(TransactionHashing::versionOf))));
    }

    private Stream<TransactionLine> delivered() {
        return shards.stream().flatMap(shard -> shard.batches.stream()).flatMap(List::stream);
    }

    private static Purchase withoutDigest(Purchase purchase) {
        return new Purchase(purchase.customerId(), purchase.invoiceNo(), purchase.shops(), "");
    }

    @Override
    public Optional<LinePlaces.Found> put(StoredLine line, Optional<StoredLine> expected) {
        fail();
        Map<LineKey, StoredLine> places = stored.computeIfAbsent(line.line().invoiceNo(), unseen -> new HashMap<>());
        Optional<StoredLine> there = Optional.ofNullable(places.get(line.line().key()));
        if (!there.equals(expected)) {
            return Optional.of(new LinePlaces.Found(there));
        }
        places.put(line.line().key(), line);
        fail();
        return Optional.empty();
    }

    @Override
    public List<TransactionLine> after(long count) {
        fail();
        return List.copyOf(voids.subList((int) count, voids.size()));
    }

    @Override
    public boolean add(TransactionLine voiding, long count) {
        fail();
        boolean added = voids.size() == count && voids.add(voiding);
        fail();
        return added;
    }

    @Override
    public boolean readLines(InvoiceNumber invoiceNo, Consumer<LineAmount> read) {
        fail();
        // As DynamoDB does it: a page at a time, and lines that come in between may be in it or not.
        for (LineKey key : List.copyOf(stored.getOrDefault(invoiceNo, Map.of()).keySet())) {
            if (random.nextInt(4) == 0) {
                turns.pass();
            }
            read.accept(LineAmount.of(
                    requireNonNull(stored.getOrDefault(invoiceNo, Map.of()).get(key))));
        }
        fail();
        return false;
    }

    @Override
    public SummaryPutResult put(Purchase purchase, Optional<String> replacedDigest) {
        fail();
        Place place = new Place(purchase.customerId(), purchase.invoiceNo());
        Optional<Purchase> there = Optional.ofNullable(purchases.get(place));
        if (!there.map(Purchase::digest).equals(replacedDigest)) {
            return there.<SummaryPutResult>map(other -> new SummaryPutResult.Found(other.digest()))
                    .orElseThrow(() -> new AssertionError("A summary was expected where there never was one"));
        }
        assertThat(there.map(Purchase::digest)).isNotEqualTo(Optional.of(purchase.digest()));
        purchases.put(place, purchase);
        fail();
        return new SummaryPutResult.Done();
    }

    /** Some are put whose answer says that they are not. */
    @Override
    public List<SummaryUpdate.Replacement> putAll(List<SummaryUpdate.Replacement> replacements) {
        return replacements.stream()
                .filter(put -> put(put.purchase(), put.replacedDigest()) instanceof SummaryPutResult.Done)
                .filter(put -> random.nextInt(10) > 0)
                .toList();
    }

    private void startWorker(Shard shard) {
        Summaries process = processes.get(random.nextInt(processes.size()));
        int epoch = ++shard.epoch;
        turns.start(() -> work(shard, epoch, process));
    }

    private void work(Shard shard, int epoch, Summaries process) {
        int next = shard.checkpoint;
        Voids known = new Voids(this);
        while (next < shard.batches.size()) {
            int end = Math.min(shard.batches.size(), next + 1 + random.nextInt(3));
            List<TransactionLine> taken = shard.batches.subList(next, end).stream()
                    .flatMap(List::stream)
                    .toList();
            if (isAdded(taken, process, known)) {
                next = end;
                checkpoint(shard, epoch, end);
            }
        }
    }

    private boolean isAdded(List<TransactionLine> taken, Summaries process, Voids known) {
        try {
            DistinctLines versions = DistinctLines.of(shuffled(taken));
            List<RefusedLine> refused = new ArrayList<>(versions.refused());
            List<SummaryUpdate> updates = storeLines(versions, known, refused).stream()
                    .map(LineAmount::of)
                    .collect(Collectors.groupingBy(LineAmount::invoiceNo))
                    .entrySet()
                    .stream()
                    .map(invoice -> process.update(invoice.getKey(), invoice.getValue()))
                    .toList();
            if (random.nextBoolean()) {
                putAll(updates.stream().flatMap(SummaryUpdate::replacements).toList())
                        .forEach(SummaryUpdate.Replacement::isDone);
            }
            Announced announced = Announced.of(large.announcedOf(
                    updates.stream().flatMap(SummaryUpdate::invoices).toList()));
            updates.forEach(update -> update.finish(announced));
            refused.forEach(line -> letters.add(line.line().content()));
            return true;
        } catch (StoreUnavailableException outage) {
            return false;
        }
    }

    private List<StoredLine> storeLines(DistinctLines versions, Voids known, List<RefusedLine> refused) {
        known.announce(versions.others());
        List<StoredLine> named = known.notVoid(versions.namedByContent());
        Map<LineKey, StoredLine> put = new HashMap<>();
        for (StoredLine line : named) {
            fail();
            stored.computeIfAbsent(line.line().invoiceNo(), unseen -> new HashMap<>())
                    .put(line.line().key(), line);
            put.put(line.line().key(), line);
        }
        List<StoredLine> voided = known.of(named);
        voided.forEach(line -> put.remove(line.line().key()));
        List<StoredLine> done = new ArrayList<>(put.values());
        Settlement settlement = new Settlement(this, (replaced, by) -> letters.add(replaced.content()));
        List<StoredLine> settled =
                Stream.concat(versions.others().stream(), voided.stream()).toList();
        for (StoredLine line : settled) {
            settlement
                    .settle(line, Optional.empty())
                    .ifPresentOrElse(done::add, () -> refused.add(RefusedLine.otherVersion(line.line())));
        }
        return done;
    }

    /** What is checkpointed is in the sums from then on, unless another version comes to count. Only the last worker to have got the shard can do it. */
    private void checkpoint(Shard shard, int epoch, int end) {
        if (shard.epoch == epoch) {
            shard.checkpoint = end;
        }
        shard.batches.subList(0, end).stream()
                .flatMap(List::stream)
                .filter(line -> !contested.contains(line.key()))
                .distinct()
                .map(line -> LineAmount.of(StoredLine.of(line, TransactionHashing.versionOf(line))))
                .collect(Collectors.groupingBy(LineAmount::invoiceNo))
                .values()
                .stream()
                .flatMap(Purchase::of)
                .forEach(least -> assertThat(lineCountAt(new Place(least.customerId(), least.invoiceNo())))
                        .isGreaterThanOrEqualTo(least.lineCount()));
    }

    private long lineCountAt(Place place) {
        return Optional.ofNullable(purchases.get(place))
                .map(Purchase::lineCount)
                .orElse(0L);
    }

    private void fail() {
        turns.pass();
        if (random.nextInt(30) == 0) {
            throw new StoreUnavailableException("An outage, or an answer that was lost");
        }
    }

    private Summaries process() {
        return new Summaries(this, large, random.nextInt(3) * 20);
    }

    private List<TransactionLine> lines() {
        int invoices = 1 + random.nextInt(3);
        int ids = 1 + random.nextInt(30);
        return IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(i -> randomLine(i, random.nextInt(ids), random.nextInt(invoices)))
                .toList();
    }

    private TransactionLine randomLine(int i, int id, int invoice) {
        String customer = random.nextInt(4) == 0 ? null : "customer-" + random.nextInt(3);
        LocalDateTime date = LocalDateTime.parse("2010-12-01T08:00:00").plusMinutes(random.nextInt(3));
        TransactionLine plain =
                SampleLines.line("invoice-" + invoice, "S" + id % 3, "line-" + id, customer, 1L << (i % 30), "0.01");
        TransactionLine sold = soldAt(plain, date, random.nextBoolean() ? "France" : "EIRE");
        TransactionLine sent = random.nextInt(3) > 0 ? sold : ofShop(sold, "shop-" + random.nextInt(2));
        LineId named = LineIdentity.ofContent(TransactionHashing.INSTANCE).identify(sent.content(), 0);
        TransactionLine line = new TransactionLine(
                sent.content(),
                random.nextInt(4) == 0 ? named : sent.lineId(),
                sent.receivedAt().plusMillis(random.nextInt(3)));
        return random.nextInt(10) == 0
                ? TransactionLine.voiding(line.key(), "why " + random.nextInt(2), "anybody", line.receivedAt())
                : line;
    }

    private List<List<TransactionLine>> batchesOf(List<TransactionLine> lines) {
        List<TransactionLine> sent = new ArrayList<>(shuffled(lines).subList(0, 1 + random.nextInt(lines.size())));
        sent.addAll(sent.subList(0, random.nextInt(sent.size() + 1)));
        Collections.shuffle(sent, random);
        List<List<TransactionLine>> batches = new ArrayList<>();
        for (int from = 0; from < sent.size(); ) {
            int to = Math.min(sent.size(), from + 1 + random.nextInt(6));
            batches.add(List.copyOf(sent.subList(from, to)));
            from = to;
        }
        return batches;
    }

    private List<TransactionLine> shuffled(List<TransactionLine> lines) {
        List<TransactionLine> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
