package io.tillstream.consumers.warehouse;

import io.tillstream.consumers.sink.SampleFeed;

/** Rows of events. */
class EventWarehouseSinkContractTests extends WarehouseSinkContractTests {

    @Override
    public SampleFeed samples() {
        return SampleFeed.EVENTS;
    }
}
