package io.tillstream.consumers.rejected;

/** An object among the dead letters: a letter, nothing, or an object of someone else. */
public sealed interface DeadLetterObject {

    /** A letter. */
    record Letter(DeadLetter letter) implements DeadLetterObject {}

    /** Nothing: it has been settled meanwhile, or never was. */
    record None() implements DeadLetterObject {}

    /** An object that is no letter. */
    record Foreign(String key) implements DeadLetterObject {}
}
