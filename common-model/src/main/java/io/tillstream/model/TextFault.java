package io.tillstream.model;

/** What can be wrong with a text that is to become part of a line. */
public enum TextFault {
    EMPTY,
    OUTER_BLANKS,
    TOO_LONG,
    BAD_CHARACTERS
}
