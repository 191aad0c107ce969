package io.tillstream.producer.generate;

/** The visitors of a shop: a third come for the first time, some come again and again. None is held in memory. */
final class ShopUsers {

    private static final double NEW = 0.36;
    private static final double REGULAR = 0.25;
    private static final int BUYERS_OF_100 = 24;

    private static final int FIRST_ID = 400_000_000;
    private static final int SPREAD = 0x2545_F491;
    private static final int IDS = 1 << 27;

    private final Dice dice;
    private int known;

    ShopUsers(Dice dice) {
        this.dice = dice;
    }

    /** The visitor of the next session. */
    int next() {
        if (known == 0 || dice.chance(NEW)) {
            return idOf(known++);
        }
        // Regulars are those of the first days; others come again soon or never.
        return idOf(dice.chance(REGULAR) ? dice.skewed(known, 2) : known - 1 - dice.skewed(known, 3));
    }

    /** Whether this one tends to fill a cart. */
    boolean isBuyer(int user) {
        return Math.floorMod((user * SPREAD) >>> 9, 100) < BUYERS_OF_100;
    }

    /** No two of the first hundred million have the same, because the factor is odd. */
    private static int idOf(int number) {
        return FIRST_ID + ((number * SPREAD) & (IDS - 1));
    }
}
