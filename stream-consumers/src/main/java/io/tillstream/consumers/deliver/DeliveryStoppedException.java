package io.tillstream.consumers.deliver;

/** This process is to deliver a shard no further; whoever has the shard next starts at its checkpoint. */
public final class DeliveryStoppedException extends Exception {

    DeliveryStoppedException(String message) {
        super(message);
    }
}
