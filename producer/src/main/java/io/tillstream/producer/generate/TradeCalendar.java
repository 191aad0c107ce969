package io.tillstream.producer.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When a shop trades: not on Saturdays nor around the turn of the year, most before Christmas and around noon. */
final class TradeCalendar {

    private static final double[] MONTHS = {0.9, 0.8, 0.9, 0.8, 0.9, 0.9, 1.0, 0.9, 1.3, 1.5, 2.0, 1.6};

    /** What share of a day's trade is over at each full hour from 6 to 21. */
    private static final double[] HOURS = {
        0, 0.0002, 0.001, 0.018, 0.082, 0.172, 0.278, 0.423, 0.556, 0.68, 0.823, 0.924, 0.977, 0.992, 0.999, 1
    };

    private static final int FIRST_HOUR = 6;
    private static final int MINUTES = 60;

    private final List<LocalDate> days = new ArrayList<>();
    private final double[] tradeUpTo;

    TradeCalendar(LocalDate firstDay, int days) {
        List<LocalDate> all = firstDay.datesUntil(firstDay.plusDays(days)).toList();
        this.days.addAll(all.stream().filter(TradeCalendar::isOpen).toList());
        if (this.days.isEmpty()) {
            this.days.addAll(all);
        }
        this.tradeUpTo = new double[this.days.size()];
        double sum = 0;
        for (int i = 0; i < tradeUpTo.length; i++) {
            sum += MONTHS[this.days.get(i).getMonthValue() - 1];
            tradeUpTo[i] = sum;
        }
    }

    /** The time at which this share of all trade, from 0 to below 1, is over; to the minute. */
    LocalDateTime timeAt(double share) {
        double trade = share * tradeUpTo[tradeUpTo.length - 1];
        int found = Arrays.binarySearch(tradeUpTo, trade);
        int day = found < 0 ? -found - 1 : found + 1;
        double before = day == 0 ? 0 : tradeUpTo[day - 1];
        double shareOfDay = (trade - before) / (tradeUpTo[day] - before);
        return days.get(day).atTime(FIRST_HOUR, 0).plusMinutes(minuteAt(shareOfDay));
    }

    private static int minuteAt(double shareOfDay) {
        int hour = 0;
        while (hour < HOURS.length - 2 && HOURS[hour + 1] <= shareOfDay) {
            hour++;
        }
        double shareOfHour = (shareOfDay - HOURS[hour]) / (HOURS[hour + 1] - HOURS[hour]);
        return hour * MINUTES + Math.min(MINUTES - 1, (int) (shareOfHour * MINUTES));
    }

    private static boolean isOpen(LocalDate day) {
        boolean turnOfTheYear = (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 23)
                || (day.getMonth() == Month.JANUARY && day.getDayOfMonth() < 4);
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && !turnOfTheYear;
    }
}
