package io.tillstream.consumers.deliver;

/** This process must stop delivering a shard; the next worker starts at its checkpoint. */
public final class DeliveryStoppedException extends Exception {

    DeliveryStoppedException(String message) {
        super(message);
    }
}
