package io.tillstream.producer.generate;

import java.util.List;

/**
 * Random numbers by SplitMix64. Written out, because files must be the same on every JDK, and those of the platform
 * promise that for few of their methods.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int UNUSED_BITS = 11;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** From 0 to below 1. */
    double share() {
        return (bits() >>> UNUSED_BITS) * 0x1.0p-53;
    }

    /** From 0 to below the bound, which is small. */
    int below(int bound) {
        return (int) (share() * bound);
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    /** From 0 to below the bound, the lower the more often: most of all when the skew is high. */
    int skewed(int bound, int skew) {
        double share = 1;
        double once = share();
        for (int i = 0; i < skew; i++) {
            share *= once;
        }
        return (int) (share * bound);
    }

    <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    /** 64 of them, each as likely 0 as 1. */
    long bits() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
