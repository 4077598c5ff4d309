package dev.gpuadvisor.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.RuntimeMXBean;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Metrics in the text format of Prometheus, version 0.0.4. */
final class MetricsText {

  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final String REQUESTS = "gpu_advisor_requests_total";
  private static final String DURATIONS = "gpu_advisor_request_duration_seconds";

  private final StringBuilder text = new StringBuilder(8192);

  private MetricsText() {}

  static byte[] of(Metrics metrics) {
    MetricsText written = new MetricsText();
    written.requests(metrics);
    written.durations(metrics);
    written.gauge(
        "gpu_advisor_requests_in_flight", "Requests that are being answered.", metrics.inFlight());
    written.counter(
        "gpu_advisor_access_log_dropped_total",
        "Lines of the access log that nobody took in time.",
        metrics.unlogged());
    written.process();
    return written.text.toString().getBytes(UTF_8);
  }

  private void requests(Metrics metrics) {
    about(REQUESTS, "counter", "Requests answered, by operation, method and status.");
    List<Metrics.Kind> kinds =
        metrics.requests().keySet().stream()
            .sorted(
                Comparator.comparing(Metrics.Kind::operation)
                    .thenComparing(Metrics.Kind::method)
                    .thenComparing(Metrics.Kind::status))
            .toList();
    for (Metrics.Kind kind : kinds) {
      String labels =
          "{operation=\"%s\",method=\"%s\",status=\"%d\"}"
              .formatted(kind.operation(), kind.method(), kind.status());
      line(REQUESTS + labels, Long.toString(metrics.requests().get(kind).sum()));
    }
  }

  private void durations(Metrics metrics) {
    about(DURATIONS, "histogram", "From the request's first byte to the answer's last.");
    for (Map.Entry<String, Metrics.Histogram> each :
        new TreeMap<>(metrics.durations()).entrySet()) {
      String operation = "operation=\"" + each.getKey() + "\"";
      long[] counts = each.getValue().counts();
      long upTo = 0;
      for (int i = 0; i < counts.length; i++) {
        upTo += counts[i];
        String bound = i < Metrics.BOUNDS.length ? seconds(Metrics.BOUNDS[i]) : "+Inf";
        line(DURATIONS + "_bucket{" + operation + ",le=\"" + bound + "\"}", Long.toString(upTo));
      }
      line(DURATIONS + "_sum{" + operation + "}", seconds(each.getValue().sum()));
      line(DURATIONS + "_count{" + operation + "}", Long.toString(upTo));
    }
  }

  private void process() {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    about("process_start_time_seconds", "gauge", "When the server started, in Unix time.");
    line(
        "process_start_time_seconds",
        BigDecimal.valueOf(runtime.getStartTime(), 3).toPlainString());
    about("jvm_memory_used_bytes", "gauge", "Memory that is used, by area.");
    line(
        "jvm_memory_used_bytes{area=\"heap\"}",
        Long.toString(memory.getHeapMemoryUsage().getUsed()));
    line(
        "jvm_memory_used_bytes{area=\"nonheap\"}",
        Long.toString(memory.getNonHeapMemoryUsage().getUsed()));
    gauge(
        "jvm_threads_current",
        "Threads of the virtual machine.",
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  private void gauge(String name, String help, long value) {
    about(name, "gauge", help);
    line(name, Long.toString(value));
  }

  private void counter(String name, String help, long value) {
    about(name, "counter", help);
    line(name, Long.toString(value));
  }

  private void about(String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private void line(String name, String value) {
    text.append(name).append(' ').append(value).append('\n');
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }
}
