package io.tillstream.model;

/** What can be wrong with a text in a line. */
public enum TextFault {
    EMPTY,
    OUTER_BLANKS,
    TOO_LONG,
    BAD_CHARACTERS
}
