package io.tillstream.warehouse.load;

/** An object that could not be read to its end. None of it is loaded; the next load tries it again. */
public record FailedObject(LoadObject object, String reason) {}
