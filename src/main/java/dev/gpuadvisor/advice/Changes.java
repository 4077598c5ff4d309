package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What else changes with the move: the same price for less hardware saves nothing. */
final class Changes {

  private final Current from;
  private final Worker to;
  private final List<Change> changes = new ArrayList<>();

  private Changes(Current from, Worker to) {
    this.from = from;
    this.to = to;
  }

  static List<Change> of(Current from, Assessment to, Question question) {
    Changes changes = new Changes(from, to.worker());
    changes.provider();
    changes.billing();
    changes.workers(to);
    from.rented().ifPresent(rented -> changes.hardware(rented, to));
    from.shortfall(question)
        .ifPresent(why -> changes.add(Change.Kind.LATENCY, Msg.Change.tooSlow(why)));
    if (question.task() instanceof Workload workload) {
      from.rented().ifPresent(rented -> changes.speed(rented, to, workload));
    }
    return List.copyOf(changes.changes);
  }

  private void add(Change.Kind kind, Message text) {
    changes.add(new Change(kind, text));
  }

  private void provider() {
    String provider = to.offer().provider();
    Optional<String> before = from.offer().map(Offer::provider);
    if (before.isEmpty()) {
      add(Change.Kind.PROVIDER, Msg.Change.providerUnknown(to.label(), provider));
    } else if (before.get().equals(provider)) {
      add(Change.Kind.PROVIDER, Msg.Change.providerStays(provider));
    } else {
      add(Change.Kind.PROVIDER, Msg.Change.provider(before.get(), provider));
    }
  }

  private void billing() {
    Terms terms = to.offer().terms();
    Optional<Terms> before = from.offer().map(Offer::terms);
    if (before.isEmpty()) {
      add(Change.Kind.BILLING, Msg.Change.billingUnknown(to.label(), billed(terms)));
    } else if (before.get().equals(terms)) {
      add(Change.Kind.BILLING, Msg.Change.billingStays(billed(terms)));
    } else {
      add(Change.Kind.BILLING, Msg.Change.billing(billed(before.get()), to.label(), billed(terms)));
    }
  }

  private void workers(Assessment after) {
    int now = replicas(after);
    if (from.replicas() != now && after.plan().isPresent() && from.rented().isPresent()) {
      add(Change.Kind.WORKERS, Msg.Change.workers(from.replicas(), now));
    }
  }

  private static Message billed(Terms terms) {
    Message unit =
        switch (terms.billing()) {
          case PER_SECOND -> Msg.Billing.perSecond();
          case PER_MINUTE -> Msg.Billing.perMinute();
          case PER_HOUR -> Msg.Billing.perHour();
        };
    return terms.scalesToZero() ? Msg.Billing.whileWorking(unit) : Msg.Billing.whileRunning(unit);
  }

  private static int replicas(Assessment after) {
    return after.plan().map(Plan::replicas).orElse(1);
  }

  /** Of all workers together. */
  private void hardware(Rented rented, Assessment after) {
    int gpusBefore = rented.gpus() * from.replicas();
    int gpusAfter = to.gpus() * replicas(after);
    if (gpusBefore != gpusAfter) {
      add(Change.Kind.GPUS, Msg.Change.gpus(gpusBefore, gpusAfter));
    }
    Card before = Card.withLeastMemory(rented.cards());
    Card worst = to.offer().worstCard();
    add(
        Change.Kind.MEMORY,
        Msg.Change.memory(
            before.reportedBytes() * gpusBefore,
            before.name(),
            worst.reportedBytes() * gpusAfter,
            worst.name()));
    bandwidth(rented.cards(), to.offer().cards());
  }

  private void bandwidth(List<Card> before, List<Card> after) {
    Card slowest = Bandwidths.slowest(after);
    Card fastest = Bandwidths.fastest(after);
    int low = slowest.bandwidthGbPerSecond();
    Message text =
        slowest == fastest
            ? Msg.Change.bandwidth(Bandwidths.range(before), low, from.label(), to.label())
            : Msg.Change.bandwidthOfPool(
                fastest.name(),
                Bandwidths.range(before),
                fastest.bandwidthGbPerSecond(),
                low,
                from.label(),
                to.label(),
                slowest.name());
    add(Change.Kind.BANDWIDTH, text);
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
        Msg.Change.speed(
            speed(SpeedEstimate.of(workload, format, hardware)),
            to.label(),
            speed(after.speed().get()));
    add(Change.Kind.SPEED, text);
  }

  private static Message speed(SpeedEstimate estimate) {
    BigDecimal low = BigDecimal.valueOf(estimate.perSecond().low());
    BigDecimal high = BigDecimal.valueOf(estimate.perSecond().high());
    return low.equals(high) ? Msg.Range.one(low) : Msg.Range.two(high, low);
  }
}
