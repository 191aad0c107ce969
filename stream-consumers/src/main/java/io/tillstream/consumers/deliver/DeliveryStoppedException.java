package io.tillstream.consumers.deliver;

/** This process is stopping while a delivery has not succeeded; whoever has the shard next starts at its checkpoint. */
public final class DeliveryStoppedException extends Exception {

    DeliveryStoppedException(String message) {
        super(message);
    }
}
