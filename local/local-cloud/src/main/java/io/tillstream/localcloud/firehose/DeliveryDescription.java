package io.tillstream.localcloud.firehose;

import java.time.Instant;

/** All that is stored of a delivery stream besides its records. */
record DeliveryDescription(String name, Instant created, Destination destination) {

    String arn() {
        return "arn:aws:firehose:eu-west-1:000000000000:deliverystream/" + name;
    }

    /** The configuration's version: there is no operation here that would change it. */
    String version() {
        return "1";
    }
}
