package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import java.util.List;
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
   * the one that the runtime prefers.
   *
   * @return empty where the runtime loads nothing of that family
   */
  public static Optional<QuantizationChoice> ofFamily(
      String family, Model model, RuntimeProfile runtime) {
    List<Quantization> formats = runtime.formats().getOrDefault(family, List.of());
    Stream<Quantization> published =
        formats.stream().filter(format -> format.id().equals(model.nativeFormat()));
    return Stream.concat(published, formats.stream())
        .findFirst()
        .map(format -> new QuantizationChoice(family, format));
  }

  /** A format named by its id. */
  public static QuantizationChoice ofFormat(Quantization format) {
    return new QuantizationChoice(format.id(), format);
  }
}
