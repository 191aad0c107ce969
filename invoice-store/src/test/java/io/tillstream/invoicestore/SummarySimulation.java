package io.tillstream.invoicestore;

import static io.tillstream.model.SampleLines.ofShop;
import static io.tillstream.model.SampleLines.soldAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shards and bulk loads that hold lines of the same few invoices, some of them several times, and workers that store
 * them: they are killed anywhere, overlap, go on after they have lost their shard, share a memory or have none, and
 * their calls fail before and after they have done what was asked.
 */
final class SummarySimulation implements SummaryStore {

    private static final int EVENTS = 400;

    private record Place(CustomerId customer, InvoiceNumber invoiceNo) {}

    private static final class Shard {
        private final List<List<LineAmount>> batches;
        private int checkpoint;
        private int epoch;

        private Shard(List<List<LineAmount>> batches) {
            this.batches = batches;
        }
    }

    private final Random random;
    private final Turns turns;
    private final Map<InvoiceNumber, Map<String, LineAmount>> stored = new HashMap<>();
    private final Map<Place, Purchase> purchases = new HashMap<>();
    private final List<Shard> shards;
    private final List<Summaries> processes;

    SummarySimulation(long seed) {
        random = new Random(seed);
        turns = new Turns(random);
        List<LineAmount> lines = lines();
        shards = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> new Shard(batchesOf(lines)))
                .toList();
        processes = Stream.generate(this::process).limit(2).collect(Collectors.toCollection(ArrayList::new));
    }

    void run() {
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

    Collection<Purchase> purchases() {
        return purchases.values();
    }

    /** What all lines that were ever delivered come to. */
    List<Purchase> truth() {
        return shards.stream()
                .flatMap(shard -> shard.batches.stream())
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.groupingBy(LineAmount::invoiceNo))
                .values()
                .stream()
                .flatMap(Purchase::of)
                .toList();
    }

    @Override
    public List<LineAmount> linesOf(InvoiceNumber invoiceNo) {
        fail();
        // As DynamoDB does it: a page at a time, and lines that come in between may be in it or not.
        List<LineAmount> read = new ArrayList<>();
        for (String key : List.copyOf(stored.getOrDefault(invoiceNo, Map.of()).keySet())) {
            if (random.nextInt(4) == 0) {
                turns.pass();
            }
            read.add(stored.getOrDefault(invoiceNo, Map.of()).get(key));
        }
        fail();
        return read;
    }

    @Override
    public Summarised put(Purchase purchase, Optional<String> replacedDigest) {
        fail();
        Place place = new Place(purchase.customerId(), purchase.invoiceNo());
        Optional<Purchase> there = Optional.ofNullable(purchases.get(place));
        if (!there.map(Purchase::digest).equals(replacedDigest)) {
            return there.<Summarised>map(other -> new Summarised.Found(other.digest()))
                    .orElseThrow(() -> new AssertionError("A summary was expected where there never was one"));
        }
        there.ifPresent(other -> assertThat(purchase.lineCount()).isGreaterThan(other.lineCount()));
        purchases.put(place, purchase);
        fail();
        return new Summarised.Done();
    }

    /** Some are put whose answer says that they are not. */
    @Override
    public List<SummaryUpdate.Replacement> putAll(List<SummaryUpdate.Replacement> replacements) {
        return replacements.stream()
                .filter(put -> put(put.purchase(), put.replacedDigest()) instanceof Summarised.Done)
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
        while (next < shard.batches.size()) {
            int end = Math.min(shard.batches.size(), next + 1 + random.nextInt(3));
            List<LineAmount> taken = shard.batches.subList(next, end).stream()
                    .flatMap(List::stream)
                    .toList();
            if (isAdded(taken, process)) {
                next = end;
                checkpoint(shard, epoch, end);
            }
        }
    }

    private boolean isAdded(List<LineAmount> taken, Summaries process) {
        try {
            for (LineAmount line : shuffled(taken)) {
                fail();
                stored.computeIfAbsent(line.invoiceNo(), unseen -> new HashMap<>())
                        .put(line.key(), line);
            }
            List<SummaryUpdate> updates = taken.stream()
                    .filter(line -> line.customerId().isPresent())
                    .collect(Collectors.groupingBy(LineAmount::invoiceNo))
                    .entrySet()
                    .stream()
                    .map(invoice -> process.update(invoice.getKey(), invoice.getValue()))
                    .toList();
            if (random.nextBoolean()) {
                putAll(updates.stream().flatMap(SummaryUpdate::replacements).toList())
                        .forEach(SummaryUpdate.Replacement::isDone);
            }
            updates.forEach(SummaryUpdate::finish);
            return true;
        } catch (InvoiceStoreUnavailableException outage) {
            return false;
        }
    }

    /** What is checkpointed is in the sums from then on. Only the last worker to have got the shard can do it. */
    private void checkpoint(Shard shard, int epoch, int end) {
        if (shard.epoch == epoch) {
            shard.checkpoint = end;
        }
        shard.batches.subList(0, end).stream()
                .flatMap(List::stream)
                .distinct()
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
            throw new InvoiceStoreUnavailableException("An outage, or an answer that was lost");
        }
    }

    private Summaries process() {
        return new Summaries(this, random.nextInt(3) * 20);
    }

    private List<LineAmount> lines() {
        int invoices = 1 + random.nextInt(3);
        return IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(i -> LineAmount.of(randomLine(i, random.nextInt(invoices))))
                .toList();
    }

    private TransactionLine randomLine(int i, int invoice) {
        String customer = random.nextInt(4) == 0 ? null : "customer-" + random.nextInt(2);
        LocalDateTime date = LocalDateTime.parse("2010-12-01T08:00:00").plusMinutes(random.nextInt(3));
        TransactionLine line =
                SampleLines.line("invoice-" + invoice, "S" + i % 3, "line-" + i, customer, 1L << (i % 30), "0.01");
        TransactionLine sold = soldAt(line, date, random.nextBoolean() ? "France" : "EIRE");
        return random.nextInt(3) > 0 ? sold : ofShop(sold, "shop-" + random.nextInt(2));
    }

    private List<List<LineAmount>> batchesOf(List<LineAmount> lines) {
        List<LineAmount> sent = new ArrayList<>(shuffled(lines).subList(0, 1 + random.nextInt(lines.size())));
        sent.addAll(sent.subList(0, random.nextInt(sent.size() + 1)));
        Collections.shuffle(sent, random);
        List<List<LineAmount>> batches = new ArrayList<>();
        for (int from = 0; from < sent.size(); ) {
            int to = Math.min(sent.size(), from + 1 + random.nextInt(6));
            batches.add(List.copyOf(sent.subList(from, to)));
            from = to;
        }
        return batches;
    }

    private List<LineAmount> shuffled(List<LineAmount> lines) {
        List<LineAmount> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
