package io.tillstream.producer.replay;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.DateOrder;
import io.tillstream.model.row.FileDates;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.producer.progress.SavedProgress;
import io.tillstream.producer.report.ReplayEnding;
import io.tillstream.rowfiles.NumberedRow;
import io.tillstream.rowfiles.RowConsumer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifies each row of the file, selects, and hands it to its connection. Rows before and between the selected ones
 * are identified too, because the number of an occurrence counts over the whole file: only so a row has the same
 * identity in whatever selection it is sent.
 */
final class RowDispatcher implements RowConsumer {

    private final Feed feed;
    private final LineDay day;
    private final RowWriter writer;
    private final RowValidator validator;
    private final LineIdentity identity;

    private final ReplayPlan plan;
    private final List<ShopConnection> connections;
    private final List<Long> through;
    private final Pacer pacer;
    private final ReplayOutcome outcome;

    private volatile long read;
    private final AtomicLong handedOver = new AtomicLong();
    private volatile long firstHandedOver;
    private final AtomicLong undated = new AtomicLong();
    private long chosen;

    RowDispatcher(
            ReplayPlan plan,
            List<ShopConnection> connections,
            SavedProgress saved,
            Pacer pacer,
            ReplayOutcome outcome) {
        this.plan = plan;
        this.feed = plan.reading().feed();
        this.day = LineDay.of(feed);
        this.writer = new RowWriter(feed);
        this.validator = feed.validator(RowSettings.of(FileDates.of(orderOf(plan))));
        this.identity = LineIdentity.ofContent(feed.hashing(), plan.reading().source());
        this.connections = connections;
        this.through = saved.through();
        this.pacer = pacer;
        this.outcome = outcome;
    }

    /** The order where none is given; the file has been checked against it. */
    private static DateOrder orderOf(ReplayPlan plan) {
        DateOrder told = plan.reading().dates();
        return told == null ? DateOrder.MONTH_FIRST : told;
    }

    @Override
    public boolean accept(NumberedRow row) {
        RowResult result = validator.validate(row.row(), row.number() - 1, identity, Instant.EPOCH);
        LocalDate dated = result instanceof RowResult.Accepted accepted ? day.of(accepted.line()) : null;
        Selection.Choice choice = plan.selection().choose(row.number(), dated, chosen);
        if (choice == Selection.Choice.END || outcome.stop().isTold()) {
            return false;
        }
        read = row.number();
        return switch (choice) {
            case SEND -> handOver(row, result);
            case UNDATED -> {
                undated.incrementAndGet();
                yield true;
            }
            case PASS_OVER, END -> true;
        };
    }

    /** Rows read, selected or not. */
    long read() {
        return read;
    }

    /** Rows given to connections. */
    long handedOver() {
        return handedOver.get();
    }

    /** The number of the first of these; 0 when there is none. */
    long firstHandedOver() {
        return firstHandedOver;
    }

    /** Invalid rows, which cannot be selected by date. */
    long undated() {
        return undated.get();
    }

    private boolean handOver(NumberedRow row, RowResult result) {
        chosen++;
        int connection = connectionOf(row, result);
        if (row.number() <= through.get(connection)) {
            return true;
        }
        if (firstHandedOver == 0) {
            firstHandedOver = row.number();
        }
        try {
            boolean taken =
                    connections.get(connection).put(sentRow(row, result, connection), pacer.dueAt(handedOver.get()));
            handedOver.incrementAndGet();
            return taken;
        } catch (InterruptedException e) {
            outcome.end(new ReplayEnding.Interrupted());
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** That of its invoice, or what else keeps rows together; an invalid row belongs nowhere, and is given to any, always the same. */
    private int connectionOf(NumberedRow row, RowResult result) {
        return switch (result) {
            case RowResult.Rejection rejection -> (int) (row.number() % connections.size());
            case RowResult.Accepted accepted -> plan.layout().connectionOf(feed.partitionKey(accepted.line()));
        };
    }

    private SentRow sentRow(NumberedRow row, RowResult result, int connection) {
        return switch (result) {
            case RowResult.Accepted accepted -> {
                String store = plan.layout().tagged() ? plan.layout().storeOf(connection) : "";
                yield new SentRow(row.number(), row.line(), writer.valid(accepted.line(), store), null);
            }
            case RowResult.Rejection rejection ->
                isForTheService(row.row())
                        ? new SentRow(row.number(), row.line(), RowWriter.invalid(row.row()), null)
                        : new SentRow(
                                row.number(),
                                row.line(),
                                null,
                                rejection.errors().getFirst());
        };
    }

    /** It would take a date that is wrong with the day first for one with the month first. */
    private boolean isForTheService(RawRow row) {
        return row.fault().isEmpty() && orderOf(plan) == DateOrder.MONTH_FIRST;
    }
}
