package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.Compared;
import dev.gpuadvisor.advice.Rented;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;

/** What names something to look at: cards, offers, models. */
public final class LookupParameters {

  static final Definitions DEFINED = new Definitions();

  private static final int MOST_LISTED = 10_000;
  private static final int LONGEST_SEARCH = 100;
  private static final int LONGEST_FIELD = 100;
  private static final int LONGEST_LOG = 1 << 20;

  public static final Parameter<Card> CARD =
      DEFINED.add(
          Parameter.of("card", new CardName(), Msg.Parameter.card(), Msg.Parameter.cardLabel())
              .in(Group.HARDWARE));

  public static final Parameter<Integer> GPUS =
      DEFINED.add(
          Parameter.of(
                  "gpus",
                  NumberType.whole(1, Hardware.MAX_GPUS, Dimension.COUNT),
                  Msg.Parameter.gpus(),
                  Msg.Parameter.gpusLabel())
              .in(Group.HARDWARE)
              .defaultsTo(1)
              .forExample("2"));

  public static final Parameter<Compared> OFFERS =
      DEFINED.add(
          Parameter.of(
                  "offers", new ComparedName(), Msg.Parameter.offers(), Msg.Parameter.offersLabel())
              .in(Group.COMPARED)
              .repeated()
              .mandatory());

  public static final Parameter<Offer> OFFER_ID =
      DEFINED.add(
          Parameter.of("id", new OfferName(false), Msg.Parameter.id(), Msg.Parameter.idLabel())
              .in(Group.OFFER_PATH)
              .path());

  public static final Parameter<Model> MODEL_ID =
      DEFINED.add(
          Parameter.of("id", new ModelName(false), Msg.Parameter.id(), Msg.Parameter.idLabel())
              .in(Group.MODEL_PATH)
              .path());

  public static final Parameter<String> SEARCH =
      DEFINED.add(
          Parameter.of(
                  "search",
                  new FreeText(LONGEST_SEARCH, "llama"),
                  Msg.Parameter.search(),
                  Msg.Parameter.searchLabel())
              .in(Group.MODEL_SEARCH));

  public static final Parameter<String> LOG =
      DEFINED.add(
          Parameter.of(
                  "log",
                  new FreeText(LONGEST_LOG, "INFO Available KV cache memory: 51.38 GiB"),
                  Msg.Parameter.log(),
                  Msg.Parameter.logLabel())
              .in(Group.LOG)
              .mandatory());

  /** The model of a log that does not name it. */
  public static final Parameter<Model> LOG_MODEL =
      DEFINED.add(
          Parameter.of("model", new ModelName(), Msg.Parameter.model(), Msg.Parameter.modelLabel())
              .in(Group.LOG));

  public static final Parameter<Offer> LAUNCHED =
      DEFINED.add(
          Parameter.of(
                  "offer", new OfferName(true), Msg.Parameter.offer(), Msg.Parameter.offerLabel())
              .in(Group.LAUNCHED));

  /** Of the assessments of each format. */
  public static final Parameter<Integer> LIMIT =
      DEFINED.add(limit(Msg.Parameter.limit(), Msg.Parameter.limitLabel()).in(Group.LISTING));

  /** Of a list of offers or models. */
  public static final Parameter<Integer> ENTRIES =
      DEFINED.add(
          limit(Msg.Parameter.limitEntries(), Msg.Parameter.limitEntriesLabel()).in(Group.ENTRIES));

  /** Names with dots, such as {@code picks.recommended.offer}. */
  public static final Parameter<String> FIELDS =
      DEFINED.add(
          Parameter.of(
                  "fields",
                  new FreeText(LONGEST_FIELD, "picks.recommended.offer"),
                  Msg.Parameter.fields(),
                  Msg.Parameter.fieldsLabel())
              .in(Group.FIELDS)
              .repeated());

  public static final Parameter<Rented> RUNS_ON =
      DEFINED.add(
          Parameter.of(
                  "card",
                  new RentedName(),
                  Msg.Parameter.cardRunsOn(),
                  Msg.Parameter.cardRunsOnLabel())
              .in(Group.MODEL_SEARCH)
              .forExample("RTX_5090"));

  public static final Parameter<Model> GGUF =
      DEFINED.add(
          Parameter.of(
                  "gguf", new GgufRepository(), Msg.Parameter.gguf(), Msg.Parameter.ggufLabel())
              .in(Group.MODEL_SEARCH));

  public static final Parameter<BigDecimal> MIN_MEMORY_GIB =
      DEFINED.add(
          Parameter.of(
                  "min_memory_gib",
                  NumberType.decimal("0.1", "100000", Dimension.GIB),
                  Msg.Parameter.minMemoryGib(),
                  Msg.Parameter.minMemoryGibLabel())
              .in(Group.OFFER_SEARCH)
              .forExample("80"));

  public static final Parameter<CardsWanted> WANTED_CARD =
      DEFINED.add(
          Parameter.of(
                  "card",
                  new CardsWantedName(),
                  Msg.Parameter.cardWanted(),
                  Msg.Parameter.cardWantedLabel())
              .in(Group.OFFER_SEARCH)
              .forExample("H100"));

  public static final Parameter<OfferOrder> SORT =
      DEFINED.add(
          Parameter.of(
                  "sort",
                  EnumType.of(OfferOrder.values()).also(OfferOrder.PRICE, "cheapest", "prix"),
                  Msg.Parameter.sort(),
                  Msg.Parameter.sortLabel())
              .in(Group.OFFER_SEARCH)
              .defaultsTo("catalogue"));

  private static Parameter<Integer> limit(Message description, Message label) {
    return Parameter.of(
            "limit", NumberType.whole(1, MOST_LISTED, Dimension.COUNT), description, label)
        .forExample("20")
        .canBeDropped();
  }

  private LookupParameters() {}
}
