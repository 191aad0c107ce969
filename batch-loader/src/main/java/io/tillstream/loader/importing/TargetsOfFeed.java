package io.tillstream.loader.importing;

import io.tillstream.loader.parts.PartStore;
import io.tillstream.model.feed.Feed;

/** Says how the parts of a feed's files reach their targets. */
@FunctionalInterface
interface TargetsOfFeed {

    TargetSteps of(Feed feed, PartStore parts);
}
