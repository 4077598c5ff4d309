package dev.gpuadvisor.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No spelling of one entry reads as another: every name of every entry, in every usual dress. */
class NamesTest {

  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final Lexicon LEXICON = Lexicon.of(CATALOG);

  @Test
  void everyNameOfACardIsThatCardOrOneOfSeveral() {
    List<String> wrong = new ArrayList<>();
    for (Card card : CATALOG.cards().all()) {
      for (String name : dressed(card.id(), card.name())) {
        Reading<Cards> reading = LEXICON.cards(name);
        boolean own =
            reading.meaning().filter(cards -> cards.card().equals(card)).isPresent()
                || reading instanceof Reading.Taken<Cards> taken
                    && taken.others().contains(card.id());
        if (!own) {
          wrong.add(name + " of " + card.id() + " is read as " + reading);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void anIdIsNeverAmbiguous() {
    for (Card card : CATALOG.cards().all()) {
      assertEquals(
          new Reading.Exact<>(new Cards(card, Optional.empty())), LEXICON.cards(card.id()));
    }
  }

  @Test
  void severalOfACardAreThatMany() {
    for (Card card : CATALOG.cards().all()) {
      for (String name : List.of("2x" + card.id(), "4 x " + card.id(), card.id() + ":8")) {
        int count = name.startsWith("2") ? 2 : name.startsWith("4") ? 4 : 8;
        Cards cards = LEXICON.cards(name).meaning().orElseThrow(() -> new AssertionError(name));
        assertEquals(card, cards.card(), name);
        assertEquals(Optional.of(count), cards.gpus(), name);
      }
    }
  }

  @Test
  void everyMachineIsItsCards() {
    for (Machine machine : LEXICON.machines()) {
      for (String name : List.of(machine.id(), machine.id().toUpperCase(Locale.ROOT))) {
        Cards cards = LEXICON.cards(name).meaning().orElseThrow(() -> new AssertionError(name));
        assertEquals(machine.card(), cards.card(), name);
        assertEquals(Optional.of(machine.gpus()), cards.gpus(), name);
      }
    }
  }

  @Test
  void everyNameOfAModelIsThatModelInEveryDressOfARepository() {
    List<String> wrong = new ArrayList<>();
    for (Model model : CATALOG.models().all()) {
      Stream<String> names = Stream.of(model.id(), model.huggingFaceId());
      Stream<String> all = Stream.concat(names, model.aliases().stream());
      for (String name : all.flatMap(NamesTest::published).toList()) {
        Reading<StoredModel> reading = LEXICON.model(name);
        if (!reading.meaning().map(StoredModel::model).equals(Optional.of(model))) {
          wrong.add(name + " of " + model.id() + " is read as " + reading);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyNameOfAFormatIsThatFormat() {
    for (Quantization format : CATALOG.quantizations().all()) {
      for (String name : dressed(format.id())) {
        assertEquals(
            Optional.of(format.id()), LEXICON.format(name).meaning().map(Format::name), name);
      }
      assertEquals(
          Optional.of(format.family()),
          LEXICON.format(format.family()).meaning().map(Format::name));
    }
  }

  @Test
  void everyNameOfARuntimeOrAProviderIsItsOwn() {
    for (RuntimeProfile profile : CATALOG.runtimes().all()) {
      assertEquals(new Reading.Exact<>(profile), LEXICON.runtime(profile.id()));
    }
    for (PriceList list : CATALOG.priceLists().all()) {
      assertEquals(new Reading.Exact<>(List.of(list)), LEXICON.provider(list.provider()));
    }
  }

  /**
   * Digits, points and letters that make no number, between those that make a name: what is read at
   * all is an entry, of one GPU or more, and what it could have been is one too.
   */
  @Test
  void whateverIsWrittenIsAnEntryOrNone() {
    String[] pieces = {
      "qwen", "llama", "rtx", "a100", "q4", "3", "82", "2.", ".4", "t", "b", "m", "x", "-a", "e",
      "_k_m", " ", "/", ":", "\"", "gb", "v", "0", ".", "..", "99999999999", "*", "int", "é", "１"
    };
    Random random = new Random(11);
    int read = 0;
    for (int i = 0; i < 6_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(8); piece >= 0; piece--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String written = text.toString();
      Optional<StoredModel> model = LEXICON.model(written).meaning();
      assertTrue(model.stream().allMatch(NamesTest::isEntry), written);
      Optional<RuntimeProfile> runtime = LEXICON.runtime(written).meaning();
      assertTrue(runtime.stream().allMatch(CATALOG.runtimes().all()::contains), written);
      Optional<Cards> cards = LEXICON.cards(written).meaning();
      assertTrue(cards.stream().allMatch(NamesTest::isEntry), written);
      Optional<Format> format = LEXICON.format(written).meaning();
      assertTrue(format.stream().allMatch(NamesTest::isEntry), written);
      Optional<List<PriceList>> lists = LEXICON.provider(written).meaning();
      assertTrue(lists.stream().allMatch(CATALOG.priceLists().all()::containsAll), written);
      read += cards.isPresent() || format.isPresent() ? 1 : 0;
    }
    assertTrue(read > 20, read + " are names");
  }

  private static boolean isEntry(StoredModel stored) {
    return CATALOG.models().all().contains(stored.model());
  }

  private static boolean isEntry(Cards cards) {
    return CATALOG.cards().all().contains(cards.card()) && cards.gpus().orElse(1) > 0;
  }

  private static boolean isEntry(Format format) {
    return CATALOG.quantizations().all().stream()
        .anyMatch(each -> each.id().equals(format.name()) || each.family().equals(format.name()));
  }

  @Test
  void noNameOfAModelIsOfSomethingUncovered() {
    for (Model model : CATALOG.models().all()) {
      assertTrue(LEXICON.model(model.id()) instanceof Reading.Exact, model.id());
    }
  }

  private static List<String> dressed(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(
                    name,
                    name.toLowerCase(Locale.ROOT),
                    name.toUpperCase(Locale.ROOT),
                    name.replace('_', ' '),
                    name.replace('_', '-'),
                    name.replace(' ', '-'),
                    name.replace(' ', '_'),
                    " " + name + " "))
        .distinct()
        .toList();
  }

  /** A repository with a slash keeps its owner; whoever quantizes a model puts in his own. */
  private static Stream<String> published(String name) {
    String bare = name.substring(name.indexOf('/') + 1);
    return Stream.of(
        name,
        name.toUpperCase(Locale.ROOT),
        "unsloth/" + bare + "-bnb-4bit",
        "someone/" + bare + "-AWQ",
        bare + "-GPTQ-Int4",
        bare + "-Q4_K_M.gguf",
        "bartowski/" + bare + "-GGUF",
        "hf.co/bartowski/" + bare + "-GGUF:Q8_0",
        "https://huggingface.co/" + name);
  }
}
