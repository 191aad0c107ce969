package io.tillstream.model.row;

/** Which of the first two numbers of a date such as {@code 3/4/2010 8:26} is the month. */
public enum DateOrder {
    MONTH_FIRST(
            "month first", "send month/day/year hour:minute, such as \"12/1/2010 8:26\", or \"2010-12-01T08:26:00\""),
    DAY_FIRST("day first", "write day/month/year hour:minute, such as \"1/12/2010 8:26\", or \"2010-12-01T08:26:00\"");

    private final String words;
    private final String expectation;

    DateOrder(String words, String expectation) {
        this.words = words;
        this.expectation = expectation;
    }

    /**
     * The order that an option names.
     *
     * @throws IllegalArgumentException when it names none
     */
    public static DateOrder named(String option) {
        for (DateOrder order : values()) {
            if (order.option().equalsIgnoreCase(option)) {
                return order;
            }
        }
        throw new IllegalArgumentException("the order of dates is month-first or day-first, not " + option);
    }

    DateOrder other() {
        return this == MONTH_FIRST ? DAY_FIRST : MONTH_FIRST;
    }

    /** As a message names it. */
    String words() {
        return words;
    }

    /** As options and settings name it. */
    public String option() {
        return words.replace(' ', '-');
    }

    /** What to write for a date, for the end of a message. */
    String expectation() {
        return expectation;
    }
}
