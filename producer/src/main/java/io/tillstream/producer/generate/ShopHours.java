package io.tillstream.producer.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Arrays;

/** When visitors come to a web shop: on every day, most in the evening and at the end of November. */
final class ShopHours {

    /** Visitors of each hour by UTC, of a shop some hours east of it. */
    private static final double[] HOURS = {
        0.3, 0.4, 0.8, 1.4, 2.2, 3.2, 4.2, 4.9, 5.4, 5.6, 5.6, 5.5, 5.3, 5.2, 5.2, 5.4, 5.9, 6.6, 7.3, 7.6, 6.6, 4.2,
        1.9, 0.7
    };

    private static final double WEEKEND = 0.92;
    private static final double SALE = 2.4;
    private static final double TURN_OF_THE_YEAR = 0.6;
    private static final int SECONDS = 3_600;

    private final long firstSecond;
    private final double[] visitorsUpTo;

    ShopHours(LocalDate firstDay, int days) {
        this.firstSecond = firstDay.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        this.visitorsUpTo = new double[days * HOURS.length];
        double sum = 0;
        for (int hour = 0; hour < visitorsUpTo.length; hour++) {
            sum += weightOf(firstDay.plusDays(hour / HOURS.length)) * HOURS[hour % HOURS.length];
            visitorsUpTo[hour] = sum;
        }
    }

    /** The second, since 1970, by which this share of all visitors has come, from 0 to below 1. */
    long secondAt(double share) {
        double visitors = share * visitorsUpTo[visitorsUpTo.length - 1];
        int found = Arrays.binarySearch(visitorsUpTo, visitors);
        int hour = Math.min(found < 0 ? -found - 1 : found + 1, visitorsUpTo.length - 1);
        double before = hour == 0 ? 0 : visitorsUpTo[hour - 1];
        double shareOfHour = (visitors - before) / (visitorsUpTo[hour] - before);
        return firstSecond + (long) hour * SECONDS + Math.min(SECONDS - 1, (int) (shareOfHour * SECONDS));
    }

    private static double weightOf(LocalDate day) {
        if (day.getMonth() == Month.NOVEMBER && day.getDayOfMonth() >= 21 && day.getDayOfMonth() <= 29) {
            return SALE;
        }
        if (day.getDayOfYear() < 3 || (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 31)) {
            return TURN_OF_THE_YEAR;
        }
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return isWeekend ? WEEKEND : 1;
    }
}
