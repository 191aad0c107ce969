package io.tillstream.producer.generate;

import java.util.ArrayList;
import java.util.List;

/** Some thousand customers of 38 countries, nine in ten at home; a few of them come again and again. */
final class CustomerPool {

    static final String HOME = "United Kingdom";

    /**
     * Who buys.
     *
     * @param id 0 for a guest
     */
    record Customer(int id, String country) {

        boolean isGuest() {
            return id == 0;
        }

        boolean isAbroad() {
            return !country.equals(HOME);
        }
    }

    private static final Customer GUEST = new Customer(0, HOME);
    private static final int SIZE = 4_372;
    private static final int FIRST_ID = 12_346;
    private static final int SKEW = 2;

    /** The most frequent first. */
    private static final List<String> ABROAD = List.of(
            "Germany",
            "France",
            "EIRE",
            "Belgium",
            "Spain",
            "Netherlands",
            "Switzerland",
            "Portugal",
            "Australia",
            "Italy",
            "Finland",
            "Sweden",
            "Norway",
            "Channel Islands",
            "Japan",
            "Poland",
            "Denmark",
            "Cyprus",
            "Austria",
            "Hong Kong",
            "Unspecified",
            "Singapore",
            "Malta",
            "Israel",
            "Iceland",
            "USA",
            "Canada",
            "Greece",
            "European Community",
            "Czech Republic",
            "Bahrain",
            "Lithuania",
            "United Arab Emirates",
            "Saudi Arabia",
            "RSA",
            "Brazil",
            "Lebanon");

    private final List<Customer> customers = new ArrayList<>(SIZE);
    private final Dice dice;

    CustomerPool(Dice dice) {
        this.dice = dice;
        int id = FIRST_ID;
        for (int i = 0; i < SIZE; i++) {
            customers.add(new Customer(id, country(i)));
            id += dice.chance(0.36) ? 2 : 1;
        }
    }

    Customer guest() {
        return dice.chance(0.03) ? new Customer(0, dice.of(ABROAD)) : GUEST;
    }

    Customer customer() {
        return customers.get(dice.skewed(SIZE, SKEW));
    }

    /** Each country has one of the customers who seldom come; the others are spread. */
    private String country(int index) {
        int last = index - (SIZE - ABROAD.size());
        if (last >= 0) {
            return ABROAD.get(last);
        }
        return dice.chance(0.09) ? ABROAD.get(dice.skewed(ABROAD.size(), 3)) : HOME;
    }
}
