package io.tillstream.attack;

/**
 * How hard to attack.
 *
 * @param seed of all that is left to chance
 * @param requests how many hostile requests to make, about
 * @param kills how often the suite's process is killed while rows are sent
 * @param slowClients how many clients send a byte now and then
 * @param wrongKeys how many keys to guess
 * @param allFiles whether all hostile files are loaded, each by a process of its own as well
 */
record Plan(long seed, int requests, int kills, int slowClients, int wrongKeys, boolean allFiles) {

    /** As much as the gate has time for. */
    static Plan brief(long seed) {
        return new Plan(seed, 1_500, 1, 100, 100, false);
    }
}
