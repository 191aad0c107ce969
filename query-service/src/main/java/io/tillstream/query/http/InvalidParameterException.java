package io.tillstream.query.http;

/** A parameter has a value that is not allowed. Its message is for the caller, and tells what is allowed. */
public final class InvalidParameterException extends RuntimeException {

    private InvalidParameterException(String message) {
        super(message);
    }

    public static InvalidParameterException of(String parameter, String allowed) {
        return new InvalidParameterException("The parameter " + parameter + " must be " + allowed);
    }
}
