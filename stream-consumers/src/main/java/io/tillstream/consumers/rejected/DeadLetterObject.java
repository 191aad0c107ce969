package io.tillstream.consumers.rejected;

/** What lies under a key among the dead letters. */
public sealed interface DeadLetterObject {

    /** A letter. */
    record Letter(DeadLetter letter) implements DeadLetterObject {}

    /** Nothing: it has been settled meanwhile, or never was. */
    record None() implements DeadLetterObject {}

    /** An object that is no letter. */
    record Foreign(String key) implements DeadLetterObject {}
}
