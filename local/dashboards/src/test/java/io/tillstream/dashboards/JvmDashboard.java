package io.tillstream.dashboards;

import static io.tillstream.dashboards.Panel.lines;
import static io.tillstream.dashboards.Query.metrics;

import io.tillstream.dashboards.Dashboard.Row;
import java.util.List;

/** How the processes are. */
final class JvmDashboard {

    private static final String OF = "job=~\"$job\", instance=~\"$instance\"";
    private static final String EACH = "{{job}} {{instance}}";

    private JvmDashboard() {}

    static Dashboard make() {
        return new Dashboard(
                "tillstream-jvm",
                "Tillstream: processes",
                "Has every process the memory and the processor time that it needs?",
                "now-1h",
                List.of("job", "instance"),
                List.of(memory(), work()));
    }

    private static Row memory() {
        return Row.of(
                "Memory",
                lines("Heap in use", "bytes", each("sum", "jvm_memory_used_bytes{area=\"heap\", %s}")),
                lines("Heap kept after collections", "percentunit", each("max", "jvm_memory_usage_after_gc{%s}")),
                lines("Outside the heap", "bytes", each("sum", "jvm_memory_used_bytes{area=\"nonheap\", %s}")),
                lines("Buffers", "bytes", each("sum", "jvm_buffer_memory_used_bytes{%s}")),
                lines(
                        "Allocated",
                        "Bps",
                        each("sum", "rate(jvm_gc_memory_allocated_bytes_total{%s}[$__rate_interval])")),
                lines("Time spent collecting", "percentunit", each("max", "jvm_gc_overhead{%s}")));
    }

    private static Row work() {
        return Row.of(
                "Work",
                lines("Processor time of the process", "percentunit", each("max", "process_cpu_usage{%s}")),
                lines("Processor time of the machine", "percentunit", each("max", "system_cpu_usage{%s}")),
                lines("Longest pause", "s", each("max", "jvm_gc_pause_seconds_max{%s}")),
                lines("Threads of the platform", "short", each("sum", "jvm_threads_live_threads{%s}")),
                lines("Open files", "short", each("max", "process_files_open_files{%s}")),
                lines("Up for", "s", each("min", "process_uptime_seconds{%s}")));
    }

    private static Query each(String aggregation, String expression) {
        return metrics(aggregation + " by (job, instance) (" + expression.formatted(OF) + ")", EACH);
    }
}
