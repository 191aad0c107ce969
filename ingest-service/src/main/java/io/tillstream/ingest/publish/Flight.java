package io.tillstream.ingest.publish;

import java.util.List;

/** Parcels of one lane on their way in one call; they share no invoice. A lane has one flight at a time. */
record Flight(Lane lane, List<Parcel> parcels) {

    long bytes() {
        return parcels.stream().mapToLong(Parcel::bytes).sum();
    }
}
