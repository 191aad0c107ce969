package io.tillstream.suite.attack;

/**
 * How hard to attack.
 *
 * @param seed of all that is left to chance
 * @param requests how many hostile requests to make, about
 * @param kills how often the suite's process is killed while rows are sent
 */
record Plan(long seed, int requests, int kills) {

    /** As much as the gate has time for. */
    static Plan brief(long seed) {
        return new Plan(seed, 1_500, 1);
    }
}
