package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Capability;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Vendor;
import dev.gpuadvisor.lexicon.Reading.Exact;
import dev.gpuadvisor.lexicon.Reading.Several;
import dev.gpuadvisor.lexicon.Reading.Taken;
import dev.gpuadvisor.lexicon.Reading.Unknown;
import dev.gpuadvisor.lexicon.Reading.Why;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cards by the names that shops, drivers, clouds and people give them. */
final class CardNames {

  private static final int MOST_NEAREST = 5;

  /** Ampere: what is older lacks formats of every second runtime. */
  private static final Capability SERVED = new Capability(8, 0);

  /** Cards that a program sees as two. */
  private static final String HALF = "_HALF";

  private static final Comparator<Card> WORST_FIRST =
      Comparator.comparingInt(Card::reportedMib)
          .thenComparingInt(Card::bandwidthGbPerSecond)
          .thenComparingDouble(Card::fp16Tflops);

  private final NameIndex<Card> index;
  private final List<CardEntry> entries;

  /** The words of all identities: of any other word no card is called. */
  private final Set<String> parts;

  CardNames(NameIndex<Card> index) {
    this.index = index;
    this.entries = index.all().stream().map(CardEntry::of).toList();
    this.parts =
        entries.stream()
            .flatMap(entry -> entry.parts().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A name by itself, else several of what is named, else what a name leaves open. Near names of
   * one that nobody knows are left to {@link #nearest}: to look for them takes longest.
   */
  Reading<Cards> read(String text) {
    List<Counted> ways = Counted.of(text);
    Optional<Reading<Cards>> marked =
        ways.stream()
            .filter(Counted::marked)
            .flatMap(way -> named(way.name()).map(each -> times(way.count(), each)).stream())
            .findFirst();
    Optional<Reading<Cards>> whole = marked.or(() -> named(text));
    if (whole.isPresent()) {
      return whole.get();
    }
    for (Counted counted : ways) {
      Optional<Reading<Cards>> each = named(counted.name());
      Reading<Cards> reading = each.orElseGet(() -> left(counted.name()));
      if (reading.meaning().isPresent()) {
        return times(counted.count(), reading);
      }
      if (reading instanceof Several) {
        return reading;
      }
    }
    return left(text);
  }

  private static Reading<Cards> times(int count, Reading<Cards> each) {
    Cards cards = each.meaning().orElseThrow();
    int gpus = count * cards.gpus().orElse(1);
    List<String> others = each instanceof Taken<Cards> taken ? taken.others() : List.of();
    Why why = each instanceof Taken<Cards> taken ? taken.why() : Why.OTHER_NAME;
    return new Taken<>(new Cards(cards.card(), Optional.of(gpus)), why, others);
  }

  /** Whether names of cards, or of several of one, may begin so. */
  boolean mayStart(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.chars().anyMatch(Character::isDigit)
        || parts.contains(lower)
        || CardWords.isOfCourse(lower)
        || NumberWords.isOne(lower);
  }

  private Optional<Reading<Cards>> named(String text) {
    String plain = CardWords.withoutMarks(text);
    Optional<Card> named = index.find(plain);
    if (named.isPresent() && NameIndex.key(named.get().id()).equals(NameIndex.key(plain))) {
      return Optional.of(new Exact<>(one(named.get())));
    }
    CardWords asked = CardWords.of(plain);
    List<Card> cards = asked.identity().isEmpty() ? List.of() : carriers(asked);
    if (cards.isEmpty()) {
      return named.map(card -> new Exact<>(one(card)));
    }
    Why why = cards.size() > 1 ? Why.WORST_OF_SEVERAL : Why.OTHER_NAME;
    boolean exact = cards.size() == 1 && named.isPresent() && !isModule(cards.get(0), plain);
    return Optional.of(
        exact
            ? new Exact<>(one(cards.get(0)))
            : new Taken<>(counted(cards.get(0), plain), why, ids(cards.subList(1, cards.size()))));
  }

  /** {@code 3090s}, a slice of some card, or a name that leaves a word out. */
  private Reading<Cards> left(String text) {
    String plain = CardWords.withoutMarks(text);
    CardWords asked = CardWords.of(plain);
    if (asked.identity().isEmpty() && !asked.slice().isEmpty()) {
      return ofSlice(asked);
    }
    if (asked.identity().isEmpty() && asked.gigabytes() > 0 && saysGigabytes(plain)) {
      return ofMemory(asked.gigabytes());
    }
    boolean plural = plain.length() > 2 && (plain.endsWith("s") || plain.endsWith("S"));
    Optional<Reading<Cards>> one =
        plural ? named(plain.substring(0, plain.length() - 1)) : Optional.empty();
    return one.orElseGet(() -> nearly(withoutWorkstation(asked)));
  }

  private static CardWords withoutWorkstation(CardWords asked) {
    return asked.being(asked.identity().replace(" workstation", ""));
  }

  private static boolean saysGigabytes(String text) {
    return text.toLowerCase(Locale.ROOT).indexOf('g') >= 0;
  }

  /**
   * {@code 24 GB}: of the whole cards that have so much, and that all runtimes serve, the worst.
   */
  private Reading<Cards> ofMemory(int gigabytes) {
    List<Card> served =
        entries.stream()
            .filter(entry -> !entry.words().laptop() && entry.words().slice().isEmpty())
            .map(CardEntry::card)
            .filter(card -> card.vendor() == Vendor.NVIDIA)
            .filter(card -> card.computeCapability().compareTo(SERVED) >= 0)
            .sorted(WORST_FIRST)
            .toList();
    List<Card> cards = served.stream().filter(card -> card.nominalGb() == gigabytes).toList();
    return cards.isEmpty()
        ? new Unknown<>(around(gigabytes, served))
        : new Taken<>(
            one(cards.get(0)),
            Why.WORST_OF_SEVERAL,
            ids(cards.subList(1, Math.min(MOST_NEAREST, cards.size()))));
  }

  /** The cards with the next less and the next more memory. */
  private static List<String> around(int gigabytes, List<Card> sorted) {
    Optional<Card> less =
        sorted.stream().filter(card -> card.nominalGb() < gigabytes).reduce((a, b) -> b);
    Optional<Card> more = sorted.stream().filter(card -> card.nominalGb() > gigabytes).findFirst();
    return Stream.of(less, more).flatMap(Optional::stream).map(Card::id).toList();
  }

  /** {@code MIG 1g.10gb}, which several cards have. */
  private Reading<Cards> ofSlice(CardWords asked) {
    List<Card> cards = those(entry -> entry.words().slice().equals(asked.slice()));
    boolean alike = cards.stream().mapToInt(Card::nominalGb).distinct().count() == 1;
    return alike
        ? new Taken<>(one(cards.get(0)), Why.WORST_OF_SEVERAL, ids(cards.subList(1, cards.size())))
        : new Several<>(ids(cards));
  }

  /** Cards of that very identity, worst first. */
  private List<Card> carriers(CardWords asked) {
    List<Card> cards = those(entry -> entry.is(asked) && entry.carries(asked));
    return cards.isEmpty() && asked.gigabytes() > 0
        ? those(entry -> entry.is(asked) && entry.carriesNearly(asked))
        : cards;
  }

  /** Worst first. */
  private List<Card> those(Predicate<CardEntry> wanted) {
    return entries.stream().filter(wanted).map(CardEntry::card).sorted(WORST_FIRST).toList();
  }

  /** What is left out may be told; what differs too much is asked. */
  private Reading<Cards> nearly(CardWords asked) {
    List<String> words = List.of(asked.identity().split(" "));
    if (!parts.containsAll(words)) {
      return new Unknown<>(List.of());
    }
    List<Card> very = carriers(asked);
    if (very.size() == 1) {
      return new Taken<>(one(very.get(0)), Why.OTHER_NAME, List.of());
    }
    List<Card> cards = those(entry -> entry.parts().containsAll(words) && entry.carries(asked));
    boolean alike =
        cards.stream().map(Card::architecture).distinct().count() == 1
            && cards.stream().mapToInt(Card::reportedMib).distinct().count() == 1;
    if (alike) {
      Why why = cards.size() > 1 ? Why.WORST_OF_SEVERAL : Why.OTHER_NAME;
      return new Taken<>(one(cards.get(0)), why, ids(cards.subList(1, cards.size())));
    }
    return cards.isEmpty() ? new Unknown<>(List.of()) : new Several<>(ids(cards));
  }

  /** The same card with other memory, else cards whose names share a word or come near. */
  List<String> nearest(String text) {
    CardWords asked = withoutWorkstation(CardWords.of(CardWords.withoutMarks(text)));
    List<String> words = List.of(asked.identity().split(" "));
    Stream<String> same =
        entries.stream().filter(entry -> entry.is(asked)).map(entry -> entry.card().id());
    Stream<String> sharing =
        entries.stream()
            .filter(entry -> entry.words().slice().isEmpty())
            .filter(entry -> words.stream().anyMatch(word -> isPart(word, entry)))
            .map(entry -> entry.card().id());
    List<String> kin = Stream.concat(same, sharing).distinct().limit(MOST_NEAREST).toList();
    return kin.isEmpty() ? Near.ids(CardWords.withoutMarks(text), index) : kin;
  }

  private static boolean isPart(String word, CardEntry entry) {
    return word.length() > 2
        && entry.parts().stream()
            .anyMatch(part -> part.startsWith(word) || word.startsWith(part) && part.length() > 2);
  }

  private static Cards one(Card card) {
    return new Cards(card, Optional.empty());
  }

  private static Cards counted(Card card, String text) {
    return isModule(card, text) ? new Cards(card, Optional.of(2)) : one(card);
  }

  private static boolean isModule(Card card, String text) {
    return card.id().endsWith(HALF) && !text.toLowerCase(Locale.ROOT).contains("gcd");
  }

  private static List<String> ids(List<Card> cards) {
    return cards.stream().map(Card::id).toList();
  }
}
