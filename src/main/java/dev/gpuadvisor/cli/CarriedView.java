package dev.gpuadvisor.cli;

import dev.gpuadvisor.advice.LoadReasons;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.speed.Bound;
import dev.gpuadvisor.story.LoadStory;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How a load is carried by what is recommended, and by what else: from the answer's figures. */
record CarriedView(Page page, Figures figures) {

  /**
   * @param assessment of the recommended offer
   */
  void show(Node answer, Node pick, Node assessment) {
    List<Message> sentences = new ArrayList<>();
    Node load = answer.at("load");
    Node capacity = assessment.at("capacity");
    if (load.isPresent() && capacity.isPresent()) {
      sentences.add(workers(load, capacity, figures.worker(pick)));
      latency(capacity).ifPresent(sentences::add);
      perToken(capacity).ifPresent(sentences::add);
      scaling(capacity.at("scaling")).ifPresent(sentences::add);
    }
    api(answer.at("api")).ifPresent(sentences::add);
    rentOrBuy(answer.at("rent_or_buy"), load.isPresent()).ifPresent(sentences::add);
    if (!sentences.isEmpty()) {
      page.blank();
      sentences.forEach(sentence -> page.item(page.write(sentence)));
    }
  }

  private static Message workers(Node load, Node capacity, String workers) {
    double peak =
        load.at("requests_per_second").decimal().doubleValue()
            * load.at("peak_factor").decimal().doubleValue();
    BigDecimal percent = capacity.at("load_percent").decimal();
    BigDecimal most = digits(capacity.at("requests_per_second"));
    return Stream.of(Bound.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(capacity.at("binds").text()))
        .findFirst()
        .map(
            bound ->
                Msg.Load.workersBound(
                    LoadStory.bound(bound), percent, most, LoadStory.digits(peak), workers))
        .orElseGet(() -> Msg.Load.workers(percent, most, LoadStory.digits(peak), workers));
  }

  private static Optional<Message> latency(Node capacity) {
    Node first = capacity.at("first_token_seconds");
    Node token = capacity.at("seconds_per_token");
    return first.isPresent()
        ? Optional.of(
            Msg.Load.latency(
                digits(first.at("p50")),
                digits(first.at("p95")),
                millis(token.at("p50")),
                millis(token.at("p95"))))
        : Optional.empty();
  }

  private static Optional<Message> perToken(Node capacity) {
    Node output = capacity.at("usd_per_million_output_tokens");
    return output.isPresent()
        ? Optional.of(
            Msg.Load.perToken(cents(capacity.at("usd_per_million_input_tokens")), cents(output)))
        : Optional.empty();
  }

  private static Optional<Message> scaling(Node scaling) {
    if (!scaling.isPresent()) {
      return Optional.empty();
    }
    BigDecimal always = cents(scaling.at("always_on.usd_per_month"));
    BigDecimal hours = scaling.at("working_hours_per_month").decimal();
    BigDecimal starts = scaling.at("starts_per_month").decimal().setScale(0, RoundingMode.HALF_UP);
    BigDecimal zero = cents(scaling.at("scale_to_zero.usd_per_month"));
    Node mixed = scaling.at("mixed.usd_per_month");
    return Optional.of(
        mixed.isPresent()
            ? Msg.Load.scalingMixed(always, hours, cents(mixed), starts, zero)
            : Msg.Load.scaling(always, hours, starts, zero));
  }

  private static Optional<Message> api(Node api) {
    if (!api.isPresent()) {
      return Optional.empty();
    }
    BigDecimal usd = cents(api.at("usd_per_month"));
    BigDecimal saved = cents(api.at("saving.usd_per_month"));
    BigDecimal percent = api.at("saving.percent").decimal().abs();
    Message months =
        saved.signum() >= 0
            ? Msg.Load.apiSaves(percent, saved, usd)
            : Msg.Load.apiCostsLess(percent, saved.negate(), usd);
    return Optional.of(Msg.Load.joined(LoadStory.apiFrom(rate(api)), months));
  }

  private static Optional<Message> rentOrBuy(Node both, boolean loaded) {
    if (!both.isPresent()) {
      return Optional.empty();
    }
    String own = both.at("own").text();
    String rented = both.at("rented").text();
    Node run = both.at("own_usd_per_run");
    if (run.isPresent()) {
      return Optional.of(
          Msg.Load.ownRun(own, cents(run), rented, cents(both.at("rented_usd_per_run"))));
    }
    Message months =
        Msg.Load.own(
            own,
            cents(both.at("own_usd_per_month")),
            rented,
            cents(both.at("rented_usd_per_month")));
    return Optional.of(loaded ? Msg.Load.joined(LoadStory.ownFrom(rate(both)), months) : months);
  }

  private static OptionalDouble rate(Node compared) {
    Optional<BigDecimal> rate = compared.at("break_even_requests_per_second").number();
    return rate.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(rate.get().doubleValue());
  }

  private static BigDecimal digits(Node number) {
    return LoadStory.digits(number.decimal().doubleValue());
  }

  private static BigDecimal millis(Node seconds) {
    return LoadReasons.millis(seconds.decimal().doubleValue());
  }

  private static BigDecimal cents(Node usd) {
    return Price.cents(usd.decimal());
  }
}
