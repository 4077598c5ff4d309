package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A quantization as it was asked for, and the format that it means here.
 *
 * @param asked a family ({@code 8bit}) or the id of a format ({@code gptq-int8})
 */
public record QuantizationChoice(String asked, Quantization format) {

  /**
   * What a family's name means for this model in this runtime: the format that the model is
   * published in where it belongs to the family (gpt-oss is MXFP4: nobody makes a GPTQ of it), else
   * another that it is known to be published in, else the native one where that has fewer bits than
   * were asked for, else the one that the runtime prefers.
   *
   * @return empty where the runtime loads nothing of that family
   */
  public static Optional<QuantizationChoice> ofFamily(
      String family, Model model, RuntimeProfile runtime) {
    return ofFamily(family, model, runtime.formats());
  }

  /** The same where formats are what can be had, by family. */
  public static Optional<QuantizationChoice> ofFamily(
      String family, Model model, Map<String, List<Quantization>> byFamily) {
    List<Quantization> formats = byFamily.getOrDefault(family, List.of());
    Stream<Quantization> published =
        model.published().stream()
            .flatMap(each -> formats.stream().filter(format -> format.id().equals(each.format())));
    Stream<Quantization> smaller = smaller(formats, model, byFamily).stream();
    return Stream.of(published, smaller, formats.stream())
        .flatMap(each -> each)
        .findFirst()
        .map(format -> new QuantizationChoice(family, format));
  }

  /**
   * The format that a model is published in, where that has fewer bits than the ones asked for:
   * nobody makes more of them than there are. 16 bit can be had of everything.
   */
  private static Optional<Quantization> smaller(
      List<Quantization> formats, Model model, Map<String, List<Quantization>> byFamily) {
    if (formats.isEmpty() || formats.stream().anyMatch(Quantization::isSixteenBit)) {
      return Optional.empty();
    }
    for (List<Quantization> family : byFamily.values()) {
      for (Quantization format : family) {
        if (format.id().equals(model.nativeFormat()) && isBelow(format, formats)) {
          return Optional.of(format);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isBelow(Quantization format, List<Quantization> formats) {
    return formats.stream().allMatch(asked -> asked.bitsPerWeight() > format.bitsPerWeight());
  }

  /** Whether what was asked for by a family's name is published only in fewer bits. */
  public boolean isSmallerThanAsked() {
    return !asked.equals(format.id()) && !asked.equals(format.family());
  }

  /**
   * What the name means on these cards: where 16 bit was asked for and BF16 does not run on one of
   * them, FP16, which takes the same memory and which anybody can make of it.
   */
  public QuantizationChoice on(RuntimeProfile runtime, Hardware hardware) {
    if (asked.equals(format.id())
        || !format.isSixteenBit()
        || runs(format, runtime, hardware.cards())) {
      return this;
    }
    return runtime.formats().getOrDefault(format.family(), List.of()).stream()
        .filter(other -> other.isStoredAs(format) && runs(other, runtime, hardware.cards()))
        .findFirst()
        .map(other -> new QuantizationChoice(asked, other))
        .orElse(this);
  }

  /** Whether another format of the same bits, which is asked for as well, does not run here. */
  public boolean isStandIn(RuntimeProfile runtime, List<Card> cards) {
    return runtime.formats().getOrDefault(asked, List.of()).stream()
        .anyMatch(other -> other.isStoredAs(format) && !runs(other, runtime, cards));
  }

  private static boolean runs(Quantization format, RuntimeProfile runtime, List<Card> cards) {
    return runtime.support().runs(format, cards);
  }

  /** A format named by its id. */
  public static QuantizationChoice ofFormat(Quantization format) {
    return new QuantizationChoice(format.id(), format);
  }

  /** Whether the same was asked for, and takes the same memory: FP16 may stand in for BF16. */
  @Override
  public boolean equals(Object other) {
    return other instanceof QuantizationChoice choice
        && asked.equals(choice.asked)
        && format.isStoredAs(choice.format);
  }

  @Override
  public int hashCode() {
    return asked.hashCode();
  }
}
