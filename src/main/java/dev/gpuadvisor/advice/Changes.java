package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What else changes for whoever moves: an equal price of unequal things is no saving. */
final class Changes {

  private final Current from;
  private final Worker to;
  private final List<Note> changes = new ArrayList<>();

  private Changes(Current from, Worker to) {
    this.from = from;
    this.to = to;
  }

  static List<Note> of(Current from, Assessment to, Task task) {
    Changes changes = new Changes(from, to.worker());
    changes.provider();
    changes.billing();
    from.rented().ifPresent(changes::hardware);
    if (task instanceof Workload workload) {
      from.rented().ifPresent(rented -> changes.speed(rented, to, workload));
    }
    return List.copyOf(changes.changes);
  }

  private void add(String code, Message text) {
    changes.add(Note.of(code, text));
  }

  private void provider() {
    String provider = to.offer().provider();
    Optional<String> before = from.offer().map(Offer::provider);
    if (before.isEmpty()) {
      add("provider", text("change.provider_unknown").word("to", provider));
    } else if (before.get().equals(provider)) {
      add("provider", text("change.provider_stays").word("to", provider));
    } else {
      Message text = text("change.provider").word("from", before.get()).word("to", provider);
      add("provider", text);
    }
  }

  private void billing() {
    Terms terms = to.offer().terms();
    Optional<Terms> before = from.offer().map(Offer::terms);
    if (before.isEmpty()) {
      add("billing", text("change.billing_unknown").message("to", billed(terms)));
    } else if (before.get().equals(terms)) {
      add("billing", text("change.billing_stays").message("to", billed(terms)));
    } else {
      add(
          "billing",
          text("change.billing")
              .message("from", billed(before.get()))
              .message("to", billed(terms)));
    }
  }

  private static Message billed(Terms terms) {
    String unit = "billing." + terms.billing().name().toLowerCase(Locale.ROOT);
    return Message.of(terms.scalesToZero() ? "billing.while_working" : "billing.while_running")
        .message("unit", Message.of(unit));
  }

  private void hardware(Rented rented) {
    if (rented.gpus() != to.gpus()) {
      add("gpus", text("change.gpus").count("from", rented.gpus()).count("to", to.gpus()));
    }
    Card before = Card.withLeastMemory(rented.cards());
    Card after = to.offer().worstCard();
    add(
        "memory",
        text("change.memory")
            .word("fromCard", before.name())
            .gib("from", before.reportedBytes() * rented.gpus())
            .word("toCard", after.name())
            .gib("to", after.reportedBytes() * to.gpus()));
    bandwidth(rented.cards(), to.offer().cards());
  }

  private void bandwidth(List<Card> before, List<Card> after) {
    Card slowest = Bandwidths.slowest(after);
    Card fastest = Bandwidths.fastest(after);
    Message text =
        text(slowest == fastest ? "change.bandwidth" : "change.bandwidth_of_pool")
            .message("now", from.label())
            .message("from", Bandwidths.range(before))
            .word("slowest", slowest.name())
            .count("low", slowest.bandwidthGbPerSecond())
            .word("fastest", fastest.name())
            .count("high", fastest.bandwidthGbPerSecond());
    add("bandwidth", text);
  }

  /** Of the same format on both, where what runs today has room for it. */
  private void speed(Rented rented, Assessment after, Workload workload) {
    Quantization format = after.quantization().format();
    Hardware hardware = new Hardware(rented.cards(), rented.gpus());
    Fit fit = Fitting.of(workload, format, workload.estimate(format), hardware).fit();
    if (fit == Fit.NO || after.speed().isEmpty()) {
      return;
    }
    Message text =
        text("change.speed")
            .message("from", speed(SpeedEstimate.of(workload, format, hardware)))
            .message("to", speed(after.speed().get()));
    add("speed", text);
  }

  private static Message speed(SpeedEstimate estimate) {
    BigDecimal low = BigDecimal.valueOf(estimate.perSecond().low());
    BigDecimal high = BigDecimal.valueOf(estimate.perSecond().high());
    return low.equals(high)
        ? Message.of("range.one").decimal("value", low)
        : Message.of("range.two").decimal("low", low).decimal("high", high);
  }

  /** Every sentence may name what is moved to. */
  private Message text(String key) {
    return Message.of(key).word("offer", to.label());
  }
}
