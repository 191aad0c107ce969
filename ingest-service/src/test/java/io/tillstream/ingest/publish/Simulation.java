package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.ingest.publish.PutOutcome.Answer;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** A publisher in virtual time, over a stream that fails by chance; calls are under way until they are let run. */
final class Simulation {

    static final BatchRules RULES = new BatchRules(
            400,
            3,
            Duration.ofMillis(5).toNanos(),
            RetryPolicy.untilStopped(Duration.ofMillis(25), Duration.ofSeconds(1))
                    .withJitter(new Random(7)::nextDouble));

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final ShardQueues table = new ShardQueues(RULES);
    final Map<PublishRequest, List<String>> requests = new LinkedHashMap<>();

    /** The texts of lines in the order in which the stream stored them. */
    final List<String> stored = new ArrayList<>();

    private final Random random;
    private final List<Runnable> underWay = new ArrayList<>();
    private final BatchDispatcher dispatcher;
    private double failures;
    private Runnable meanwhile = () -> {};
    private long now;
    private int lines;

    Simulation(Random random, int concurrentCalls) {
        this.random = random;
        PutCalls calls = new PutCalls(
                this::put, new PublishMeters(FeedLayout.TRANSACTIONS.name(), registry), table, () -> {}, () -> now);
        this.dispatcher = new BatchDispatcher(table, calls::put, underWay::add, concurrentCalls, () -> now);
    }

    void fail(double share) {
        failures = share;
    }

    /** What happens when the stream has stored a call but has not answered yet. */
    void meanwhile(Runnable event) {
        meanwhile = event;
    }

    PublishRequest request(List<Integer> invoices) {
        PublishRequest request = new PublishRequest(invoices.size(), now);
        List<String> texts = new ArrayList<>();
        List<PendingLine> pending = new ArrayList<>();
        for (int invoice : invoices) {
            String text = invoice + "#" + lines++;
            texts.add(text);
            pending.add(Lines.pending(Lines.line("" + invoice, text), request));
        }
        requests.put(request, texts);
        table.offer(table.route(pending));
        return request;
    }

    void giveUp(PublishRequest request) {
        request.end(new PublishResult.Unavailable("out of time", Duration.ofSeconds(1)));
        table.abandon(request.missing());
    }

    /** Lets calls leave that are due. */
    long step() {
        return dispatcher.step();
    }

    int underWay() {
        return underWay.size();
    }

    /** Lets one of the calls under way come to its end. */
    void complete() {
        if (!underWay.isEmpty()) {
            underWay.remove(random.nextInt(underWay.size())).run();
        }
    }

    void pass(Duration time) {
        now += time.toNanos();
    }

    /** Lets everything go well from now on, until nothing waits. */
    void finish() {
        failures = 0;
        for (int i = 0; table.waitingBytes() > 0 || !underWay.isEmpty(); i++) {
            assertThat(i).as("rounds until nothing waits").isLessThan(10_000);
            step();
            complete();
            pass(Duration.ofMillis(100));
        }
    }

    private PutOutcome put(List<PutRecordsRequestEntry> entries) {
        assertThat(entries).isNotEmpty().hasSizeLessThanOrEqualTo(BatchRules.MAX_ENTRIES);
        List<List<String>> records = entries.stream().map(Lines::texts).toList();
        assertInvoicesApart(records);
        double fate = random.nextDouble();
        PutOutcome outcome = fate < failures / 3 ? new PutOutcome.Failed("no answer") : answer(records);
        if (outcome instanceof PutOutcome.Failed && random.nextBoolean()) {
            // The call was stored all the same; only the answer is lost.
            records.forEach(stored::addAll);
        }
        meanwhile.run();
        return outcome;
    }

    private PutOutcome answer(List<List<String>> records) {
        List<Answer> answers = new ArrayList<>();
        for (List<String> record : records) {
            boolean stores = random.nextDouble() >= failures;
            if (stores) {
                stored.addAll(record);
            }
            answers.add(stores ? new Answer("a", null) : new Answer(null, "ProvisionedThroughputExceededException"));
        }
        return new PutOutcome.Answered(answers);
    }

    /** Kinesis promises no order within a call. */
    private static void assertInvoicesApart(List<List<String>> records) {
        Set<String> seen = new HashSet<>();
        for (List<String> record : records) {
            Set<String> invoices = new HashSet<>();
            record.forEach(text -> invoices.add(text.substring(0, text.indexOf('#'))));
            invoices.forEach(invoice -> assertThat(seen.add(invoice)).isTrue());
        }
    }
}
