package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.Quantization.Scope;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.QuantizationName;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From names of quantizations to the formats that they mean.
 *
 * @param formats those that can be had, by family
 * @param besides those that can be had where they are named
 * @param refusal what to say of the others
 */
record QuantizationInput(
    Inputs inputs,
    Model model,
    Map<String, List<Quantization>> formats,
    List<Quantization> besides,
    Message refusal) {

  private static final String EIGHT_BIT = "8bit";

  private static final Set<Scope> NEED_EXPERTS = Set.of(Scope.EXPERTS, Scope.EXPERTS_REST_8BIT);

  /**
   * Each format once, under the first name that meant it.
   *
   * @param defaultFamilies what counts where the caller names none
   */
  List<QuantizationChoice> choices(
      Parameter<QuantizationName> parameter, List<String> defaultFamilies) {
    List<QuantizationName> named = inputs.all(parameter);
    Stream<QuantizationName> asked =
        inputs.isGiven(parameter)
            ? named.stream()
            : defaultFamilies.stream().map(QuantizationName.Family::new);
    List<QuantizationChoice> choices =
        asked.flatMap(name -> choice(name, parameter).stream()).toList();
    return choices.stream()
        .filter(choice -> choice == firstOfFormat(choices, choice.format()))
        .toList();
  }

  private static QuantizationChoice firstOfFormat(
      List<QuantizationChoice> choices, Quantization format) {
    return choices.stream()
        .filter(choice -> choice.format().equals(format))
        .findFirst()
        .orElseThrow();
  }

  private Optional<QuantizationChoice> choice(QuantizationName name, Parameter<?> parameter) {
    Optional<QuantizationChoice> choice =
        name instanceof QuantizationName.Family family
            ? QuantizationChoice.ofFamily(family.name(), model, formats)
            : format(((QuantizationName.Format) name).quantization());
    if (choice.isEmpty() && isBits(name)) {
      choice = QuantizationChoice.ofFamily(EIGHT_BIT, model, formats);
    }
    if (choice.isEmpty()) {
      inputs.fault(refused(parameter));
    } else if (needsExperts(choice.get().format())) {
      inputs.fault(parameter, Msg.Fault.needsExperts());
      return Optional.empty();
    }
    return choice;
  }

  /** Unless all layers of this model are published in it. */
  private boolean needsExperts(Quantization format) {
    return NEED_EXPERTS.contains(format.scope())
        && model.experts().isEmpty()
        && !model.isPublishedIn(format.id());
  }

  /** {@code int8} is a format of one runtime; elsewhere it says how many bits. */
  private static boolean isBits(QuantizationName name) {
    return name instanceof QuantizationName.Format format
        && format.quantization().id().equals("int8");
  }

  private Optional<QuantizationChoice> format(Quantization format) {
    boolean loaded = all().anyMatch(format::equals);
    return loaded ? Optional.of(QuantizationChoice.ofFormat(format)) : Optional.empty();
  }

  private Stream<Quantization> all() {
    return Stream.concat(formats.values().stream().flatMap(List::stream), besides.stream());
  }

  private Fault refused(Parameter<?> parameter) {
    List<String> allowed =
        Stream.concat(formats.keySet().stream(), all().map(Quantization::id).sorted())
            .distinct()
            .toList();
    return new Fault(parameter.name(), inputs.text(parameter), refusal, allowed, List.of());
  }
}
