package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.lexicon.Uncovered;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What names are read as, what is said of it, and what else they say. */
class WrittenNamesTest {

  private static final Vocabulary IN = Vocabularies.in(Language.EN);

  private static Parsed<?> parsed(String parameter, String text) {
    return ParameterTable.standard().all().stream()
        .filter(each -> each.name().equals(parameter))
        .filter(each -> !each.equals(RentingParameters.CARDS)) // FilterNamesTest has it
        .findFirst()
        .orElseThrow()
        .type()
        .parse(text, IN);
  }

  /** Meant, the reason that is told, and what is implied; the reason alone where it is refused. */
  private static String read(String parameter, String text) {
    if (parsed(parameter, text) instanceof Parsed.Value<?> value) {
      Map<String, String> implied = new TreeMap<>(value.implied());
      return value.meant()
          + value.note().map(note -> " (" + note.key() + ")").orElse("")
          + (implied.isEmpty() ? "" : " " + implied);
    }
    Parsed.Refused<?> refused = (Parsed.Refused<?>) parsed(parameter, text);
    return "! " + refused.detail().key();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model | qwen2.5-14b-instruct | ''",
        "model | llama3.1:8b | llama-3.1-8b-instruct, q4_k_m, llama.cpp (read_as.stored_as)"
            + " {quantization=q4_k_m, runtime=llama.cpp}",
        "model | gpt-4o | ! uncovered.closed_model",
        "model | what-is-this | ! fault.unknown_model",
        "model | unheard-of-13b | parameters=13000000000 (read_as.sized)",
        "model | unheard-of-13b-q8_0.gguf | parameters=13000000000 (read_as.sized)"
            + " {quantization=q8_0, runtime=llama.cpp}",
        "model | unheard-of-13b-mlx-4bit | ! fault.unknown_model_of_size",
        "model | qwen2.5-41b | ! fault.unknown_model_of_size",
        "card | L4 | ''",
        "card | 2x3090 | RTX_3090, gpus=2 {gpus=2}",
        "card | p4d.24xlarge | A100_SXM_40, gpus=8 {gpus=8}",
        "card | AMPERE_24 | L4, gpus=1 {gpus=1}",
        "card | MI300X | MI300X (read_as.untried)",
        "card | 2x MI300X | MI300X, gpus=2 (read_as.untried) {gpus=2}",
        "card | A100 | A100_SXM_40 (read_as.worst)",
        "card | TPU v5e | ! uncovered.tpu",
        "card | K80 | ! uncovered.too_old",
        "card | Z9000 | ! fault.unknown_card",
        "quantization | 8bit | ''",
        "quantization | q4_k_m | ' {runtime=llama.cpp}'",
        "quantization | int4 | 4bit",
        "quantization | 9bit | ! fault.unknown_quantization",
        "quantization | exl2 | ! uncovered.exl",
        "runtime | vllm | ''",
        "runtime | vllm-0.16 | ''",
        "runtime | sglang | vllm (read_as.nearest)",
        "runtime | mlx | ! uncovered.mlx",
        "runtime | steam | ! fault.unknown_runtime",
        "provider | all | ''",
        "provider | aws | aws-ec2",
        "provider | own | ! fault.no_own_offers",
        "provider | nowhere-cloud | ! fault.unknown_provider",
        "current | A10G | ''",
        "current | 2x A10G | 2x A10G",
        "current | unheard | ! fault.unknown_rented",
        "current | A10G at $1.00 | A10G, $1.00 {current_price_per_hour=$1.00}",
        "current | unheard at $1.00 | ! fault.unknown_rented",
        "current | AWS g5.2xlarge | ''",
        "current | g5.2xlarge on AWS | ''",
        "current | A10 at Modal | modal-a10",
        "current | Modal: A10 | modal-a10",
        "current | A10G at Nowhere | ! fault.unknown_rented",
        "offer | AMPERE_24 | ''",
        "offer | A10G | a10g-small (read_as.cheapest)",
        "id | A10G | ! fault.card_for_offer",
        "offer | unheard | ! fault.unknown_offer",
        "offer | modal A10 | ''",
        "offer | L4 on AWS | g6.xlarge",
        "offer | H100 runpod | pod-h100-pcie-community (read_as.cheapest)",
        "region | us-east-1 | ''",
        "region | Europe | eu",
        "region | atlantis | ! fault.unknown_region",
        "currency | EUR | ''",
        "currency | eur | EUR",
        "currency | € | EUR",
        "currency | euros | EUR",
        "currency | eurosy | ! fault.choice",
        "currency | gold | ! fault.choice",
        "exact | true | ''",
        "exact | FALSE | ''",
        "exact | oui | true",
        "exact | 0 | false",
        "exact | perhaps | ! fault.choice",
        "rank_by | price | ''",
        "min_supply | HIGH | ''",
        "task | dora | ! uncovered.dora",
        "task | dpo | ! uncovered.preference_training",
        "sharding | ddp | none",
        "sharding | z3 | zero3",
        "sharding | tensor-parallel | ! uncovered.model_parallel_training",
        "trainer | trl | ''",
        "trainer | SFTTrainer | trl",
        "trainer | litgpt | ! uncovered.other_trainer",
        "parallel | tp2 | ''",
        "parallel | TP=2, PP=2 | tp2pp2",
        "parallel | tp32 | ! fault.parallel",
        "config | [] | ! fault.config",
      })
  void isRead(String parameter, String text, String read) {
    assertEquals(read, read(parameter, text));
  }

  @ParameterizedTest
  @CsvSource({"model", "card", "quantization", "runtime", "provider", "current", "offer", "region"})
  void noNameIsThatLong(String parameter) {
    assertEquals("! fault.too_long", read(parameter, "x".repeat(201)));
    assertFalse(read(parameter, "x".repeat(200)).equals("! fault.too_long"));
  }

  /** Whoever names a card is told up to five offers of it, those of as many GPUs first. */
  @Test
  void offersOfACard() {
    List<String> one = OfferName.withCard(Optional.of("H100_SXM"), 1, IN);
    List<String> eight = OfferName.withCard(Optional.of("H100_SXM"), 8, IN);

    assertEquals(5, one.size());
    assertEquals(5, eight.size());
    assertEquals(1, gpus(one.get(0)));
    assertEquals(8, gpus(eight.get(0)));
    assertEquals(List.of(), OfferName.withCard(Optional.empty(), 1, IN));
    for (String id : one) {
      assertTrue(
          IN.catalog().offers().find(id).orElseThrow().cards().stream()
              .anyMatch(card -> card.id().equals("H100_SXM")),
          id);
    }
  }

  private static int gpus(String offer) {
    return IN.catalog().offers().find(offer).orElseThrow().gpus();
  }

  @Test
  void eachKindThatIsNotCoveredSaysSomethingElse() {
    Set<Message> said = new HashSet<>();
    for (Uncovered kind : Uncovered.values()) {
      for (Language language : Language.values()) {
        assertFalse(Texts.in(language).write(UncoveredText.of(kind)).isBlank());
      }
      said.add(UncoveredText.of(kind));
    }
    assertEquals(Uncovered.values().length - 1, said.size()); // EXLLAMA loads EXL
  }

  static List<Parameter<?>> parameters() {
    return ParameterTable.standard().all();
  }

  /** Every choice is read as itself, and has a label where its neighbours have one. */
  @ParameterizedTest
  @MethodSource("parameters")
  void choicesAreReadAsThemselves(Parameter<?> parameter) {
    if (parameter.type().shape(IN) instanceof Shape.Choice choice) {
      assertFalse(choice.values().isEmpty());
      Set<String> labels = new HashSet<>();
      for (String value : choice.values()) {
        assertTrue(parameter.type().parse(value, IN) instanceof Parsed.Value, value);
        parameter
            .type()
            .label(value, IN)
            .ifPresent(label -> labels.add(Texts.in(Language.EN).write(label)));
      }
      assertTrue(
          labels.isEmpty() || labels.size() == choice.values().size(), parameter + ": " + labels);
    }
    for (ValueType.Named name : parameter.type().offered(IN)) {
      assertTrue(parameter.type().parse(name.value(), IN) instanceof Parsed.Value, name.value());
      assertFalse(name.label().isBlank());
    }
  }

  @Test
  void whatAFormOffers() {
    for (String name : List.of("model", "card", "current", "region")) {
      assertTrue(
          parameters().stream()
              .filter(each -> each.name().equals(name))
              .anyMatch(each -> !each.type().offered(IN).isEmpty()),
          name);
    }
  }

  /** Prices are told in dollars: what else is there, and how it is written. */
  @ParameterizedTest
  @CsvSource({
    "us$, USD, 3",
    "$, USD, 1",
    "usd 3, USD, 3",
    "dollars, USD, 7",
    "€5, EUR, 1",
    "£, GBP, 1",
    "chf, CHF, 3",
    "r$ 4, BRL, 2",
    "'5 €', '', 0",
    "'', '', 0"
  })
  void currencies(String text, String code, int length) {
    assertEquals(code, Currencies.at(text).orElse(""));
    assertEquals(length, Currencies.lengthAt(text));
  }
}
