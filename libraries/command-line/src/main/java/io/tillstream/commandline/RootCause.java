package io.tillstream.commandline;

/** What is at the bottom of a failure. */
public final class RootCause {

    private RootCause() {}

    public static String messageOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
