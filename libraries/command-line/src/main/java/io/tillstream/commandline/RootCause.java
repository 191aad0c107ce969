package io.tillstream.commandline;

/** The root cause of a failure. */
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
