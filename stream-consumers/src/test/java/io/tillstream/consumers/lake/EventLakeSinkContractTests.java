package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.SampleFeed;

/** The lake of events. */
class EventLakeSinkContractTests extends LakeSinkContractTests {

    @Override
    public SampleFeed samples() {
        return SampleFeed.EVENTS;
    }
}
