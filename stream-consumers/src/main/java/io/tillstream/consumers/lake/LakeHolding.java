package io.tillstream.consumers.lake;

import java.time.InstantSource;

/**
 * How lines are held until they are written.
 *
 * @param budget what the shards of all feeds share
 */
record LakeHolding(LakeProperties limits, HeldBudget budget, InstantSource clock) {

    static LakeHolding of(LakeProperties limits, InstantSource clock) {
        return new LakeHolding(limits, new HeldBudget(limits.maxHeld().toBytes()), clock);
    }
}
