package io.tillstream.producer.replay;

import io.tillstream.model.LineContent;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.DateOrder;
import io.tillstream.model.row.FileDates;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowValidator;
import io.tillstream.producer.progress.Saved;
import io.tillstream.producer.report.Ending;
import io.tillstream.rowfiles.NumberedRow;
import io.tillstream.rowfiles.RowConsumer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifies each row of the file, selects, and hands it to its lane. Rows before and between the selected ones are
 * identified too, because the number of an occurrence counts over the whole file: only so a row has the same identity in
 * whatever selection it is sent.
 */
final class Dispatcher implements RowConsumer {

    private final RowValidator validator;
    private final LineIdentity identity;

    private final ReplayPlan plan;
    private final List<Lane> lanes;
    private final List<Long> through;
    private final Pacer pacer;
    private final Outcome outcome;

    private volatile long read;
    private final AtomicLong handedOver = new AtomicLong();
    private volatile long firstHandedOver;
    private final AtomicLong undated = new AtomicLong();
    private long chosen;

    Dispatcher(ReplayPlan plan, List<Lane> lanes, Saved saved, Pacer pacer, Outcome outcome) {
        this.plan = plan;
        this.validator = new RowValidator(FileDates.of(orderOf(plan)));
        this.identity = LineIdentity.ofContent(plan.reading().source());
        this.lanes = lanes;
        this.through = saved.through();
        this.pacer = pacer;
        this.outcome = outcome;
    }

    /** What it is where nothing is told, the file has been held against. */
    private static DateOrder orderOf(ReplayPlan plan) {
        DateOrder told = plan.reading().dates();
        return told == null ? DateOrder.MONTH_FIRST : told;
    }

    @Override
    public boolean accept(NumberedRow row) {
        RowResult result = validator.validate(row.row(), row.number() - 1, identity, Instant.EPOCH);
        TransactionLine line = result instanceof RowResult.Accepted accepted ? accepted.line() : null;
        LineContent content = line == null ? null : line.content();
        Selection.Choice choice = plan.selection().choose(row.number(), content, chosen);
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

    /** Rows given to lanes. */
    long handedOver() {
        return handedOver.get();
    }

    /** The number of the first of these; 0 when there is none. */
    long firstHandedOver() {
        return firstHandedOver;
    }

    /** Invalid rows that a selection by date cannot tell. */
    long undated() {
        return undated.get();
    }

    private boolean handOver(NumberedRow row, RowResult result) {
        chosen++;
        int lane = laneOf(row, result);
        if (row.number() <= through.get(lane)) {
            return true;
        }
        if (firstHandedOver == 0) {
            firstHandedOver = row.number();
        }
        try {
            boolean taken = lanes.get(lane).put(sentRow(row, result, lane), pacer.dueAt(handedOver.get()));
            handedOver.incrementAndGet();
            return taken;
        } catch (InterruptedException e) {
            outcome.end(new Ending.Interrupted());
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** That of its invoice; an invalid row belongs nowhere, and is given to any, always the same. */
    private int laneOf(NumberedRow row, RowResult result) {
        return switch (result) {
            case RowResult.Rejection rejection -> (int) (row.number() % lanes.size());
            case RowResult.Accepted accepted ->
                plan.layout().laneOf(accepted.line().invoiceNo().value());
        };
    }

    private SentRow sentRow(NumberedRow row, RowResult result, int lane) {
        return switch (result) {
            case RowResult.Accepted accepted -> {
                String store = plan.layout().tagged() ? plan.layout().storeOf(lane) : "";
                yield new SentRow(row.number(), row.line(), RowWriter.valid(accepted.line(), store), null);
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
