package io.tillstream.model.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The limits of a row's values. A line is larger than what one till gets wrong: one date in the year 9999 would make
 * all customers look lost, and one quantity of 19 digits would overflow every sum that it is part of. The widest bounds
 * are such that a billion lines sum up to less than 10^27, which every store, view and client can hold.
 *
 * @param maxAhead how far after the moment it is received a row may be dated, by the clock of UTC; a shop's clock may
 *     be 14 hours ahead of it
 * @param earliest the first date that is taken
 * @param maxQuantity the largest quantity, bought or returned
 * @param maxPrice the largest unit price, of either sign
 */
public record RowBounds(Duration maxAhead, LocalDateTime earliest, long maxQuantity, BigDecimal maxPrice) {

    public static final long WIDEST_QUANTITY = 1_000_000_000L;
    public static final BigDecimal WIDEST_PRICE = new BigDecimal("1000000000");

    /** For those that set none of their own. */
    public static final RowBounds DEFAULT =
            new RowBounds(Duration.ofHours(26), LocalDateTime.of(1900, 1, 1, 0, 0), WIDEST_QUANTITY, WIDEST_PRICE);

    public RowBounds {
        if (maxAhead.isNegative()) {
            throw new IllegalArgumentException("How far rows may be ahead must not be negative");
        }
        if (maxQuantity < 1 || maxQuantity > WIDEST_QUANTITY) {
            throw new IllegalArgumentException("The largest quantity must be between 1 and " + WIDEST_QUANTITY);
        }
        if (maxPrice.signum() <= 0 || maxPrice.compareTo(WIDEST_PRICE) > 0) {
            throw new IllegalArgumentException("The largest price must be more than 0 and at most " + WIDEST_PRICE);
        }
    }

    /** Notes a quantity that is beyond the largest. */
    public void checkQuantity(Field field, long quantity, FieldErrors faults) {
        if (quantity > maxQuantity || quantity < -maxQuantity) {
            faults.add(field, FieldError.OUT_OF_RANGE, quantity + " is beyond " + maxQuantity);
        }
    }

    /** Notes a price that is beyond the largest. */
    public void checkPrice(Field field, BigDecimal price, FieldErrors faults) {
        if (price.abs().compareTo(maxPrice) > 0) {
            String what = price.toPlainString() + " is beyond " + maxPrice.toPlainString();
            faults.add(field, FieldError.OUT_OF_RANGE, what);
        }
    }

    /**
     * Notes a date that is too far ahead, or too old.
     *
     * @param date by the clock of the shop, or of UTC
     */
    public void checkDate(Field field, LocalDateTime date, Instant receivedAt, FieldErrors faults) {
        if (date.toEpochSecond(ZoneOffset.UTC) > receivedAt.getEpochSecond() + maxAhead.toSeconds()) {
            String what = date + " is more than " + maxAhead.toHours() + " hours in the future";
            faults.add(field, FieldError.IN_THE_FUTURE, what);
        } else if (date.isBefore(earliest)) {
            String what = date + " is before " + earliest.toLocalDate() + ", the first date that is taken";
            faults.add(field, FieldError.TOO_OLD, what);
        }
    }
}
