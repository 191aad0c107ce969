package io.tillstream.commandline;

/** What a command has done: for the shell, for people, and for programs. */
public interface CommandReport {

    int exitCode();

    String text();

    /** One JSON value, without a line end. */
    String json();
}
