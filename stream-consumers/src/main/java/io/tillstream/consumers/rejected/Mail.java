package io.tillstream.consumers.rejected;

/** What lies under a key among the dead letters. */
public sealed interface Mail {

    /** A letter. */
    record Letter(DeadLetter letter) implements Mail {}

    /** Nothing: it has been settled meanwhile, or never was. */
    record None() implements Mail {}

    /** An object that is no letter. */
    record Foreign(String key) implements Mail {}
}
