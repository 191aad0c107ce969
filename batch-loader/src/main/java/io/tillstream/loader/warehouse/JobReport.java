package io.tillstream.loader.warehouse;

import io.tillstream.warehouse.load.LoadReport;

/** What a run of the job did, in all its loads. */
record JobReport(int objects, long rows, long merged, long alreadyThere, long conflicting, long rejected, int failed) {

    static final JobReport NOTHING = new JobReport(0, 0, 0, 0, 0, 0, 0);

    static JobReport of(LoadReport load) {
        return new JobReport(
                load.loaded().size(),
                load.rows(),
                load.merged(),
                load.alreadyThere(),
                load.conflicting(),
                load.rejected(),
                load.failed().size());
    }

    JobReport plus(JobReport other) {
        return new JobReport(
                objects + other.objects,
                rows + other.rows,
                merged + other.merged,
                alreadyThere + other.alreadyThere,
                conflicting + other.conflicting,
                rejected + other.rejected,
                failed + other.failed);
    }

    String inWords() {
        return ("%,d objects with %,d rows: %,d merged, %,d already there, %,d of which there was another version,"
                        + " %,d rejected; %,d objects could not be read")
                .formatted(objects, rows, merged, alreadyThere, conflicting, rejected, failed);
    }
}
