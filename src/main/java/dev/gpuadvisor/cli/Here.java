package dev.gpuadvisor.cli;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.PriceParameters;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Msg;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * This machine's cards in a question: what is estimated, and what models are to run on, is laid on
 * them; where offers are judged, they are an offer of one's own that costs nothing more.
 */
record Here(Command command, Arguments given, Set<String> documents, List<Doubt> remarks) {

  private static final String ID = "here";

  /**
   * @throws WrongLineException where the question has no use for them
   */
  void add(List<OwnCards> kinds) {
    switch (command) {
      case ESTIMATE, LOGS -> {
        OwnCards cards = largest(kinds, LookupParameters.CARD);
        given.add(LookupParameters.CARD.name(), cards.name());
        given.add(LookupParameters.GPUS.name(), Integer.toString(cards.count()));
      }
      case MODELS ->
          given.add(
              LookupParameters.RUNS_ON.name(), largest(kinds, LookupParameters.RUNS_ON).label());
      case RECOMMEND, REPORT, LAUNCH -> addOffers(kinds);
      default -> throw ofNoUse(command.shown());
    }
  }

  private static WrongLineException ofNoUse(String with) {
    return new WrongLineException(Msg.Cli.ofNoUse(CommandOption.HERE.flag(), with));
  }

  /** Beside what the caller names they have no place. */
  private OwnCards largest(List<OwnCards> kinds, Parameter<?> place) {
    if (given.names().contains(place.name())) {
      throw ofNoUse(ParameterFlags.of(place));
    }
    if (kinds.size() > 1) {
      remarks.add(new Doubt(Msg.Cli.severalKinds(kinds.get(0).label()), List.of()));
    }
    return kinds.get(0);
  }

  private void addOffers(List<OwnCards> kinds) {
    for (int i = 0; i < kinds.size(); i++) {
      given.add(PriceParameters.OWN_OFFERS.name(), offer(i == 0 ? ID : ID + (i + 1), kinds.get(i)));
    }
    documents.add(PriceParameters.OWN_OFFERS.name());
    boolean said =
        given.names().contains(RentingParameters.CURRENT.name())
            || given.names().contains(RentingParameters.CURRENT_PRICE_PER_HOUR.name());
    if (kinds.size() == 1 && !said) {
      given.add(RentingParameters.CURRENT.name(), ID);
    }
  }

  private static String offer(String id, OwnCards cards) {
    byte[] bytes =
        Json.bytes(
            json -> {
              json.writeStartObject();
              json.writeStringField("id", id);
              json.writeStringField("card", cards.name());
              json.writeNumberField("gpus", cards.count());
              json.writeNumberField("usd_per_hour", 0);
              json.writeEndObject();
            });
    return new String(bytes, StandardCharsets.UTF_8).strip();
  }
}
