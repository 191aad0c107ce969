package io.tillstream.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** What some work took: by the clock, and of the processors, which other programs on the machine do not distort. */
record Cost(double seconds, double processorSeconds) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS = 1e9;

    /** Of work on several inputs at the same time, a thread each. */
    static <T> Cost of(List<T> inputs, Consumer<T> work) throws Exception {
        LongAdder processor = new LongAdder();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(inputs.size())) {
            List<Future<?>> running = new ArrayList<>();
            inputs.forEach(input -> running.add(threads.submit(() -> {
                long before = THREADS.getCurrentThreadCpuTime();
                work.accept(input);
                processor.add(THREADS.getCurrentThreadCpuTime() - before);
            })));
            for (Future<?> each : running) {
                each.get();
            }
        }
        return new Cost((System.nanoTime() - start) / NANOS, processor.sum() / NANOS);
    }

    double perSecond(long rows) {
        return rows / seconds;
    }

    double microsPer(long rows) {
        return processorSeconds * 1e6 / rows;
    }
}
