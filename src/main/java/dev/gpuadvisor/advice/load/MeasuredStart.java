package dev.gpuadvisor.advice.load;

import java.util.Comparator;
import java.util.List;

/**
 * Seconds from the start of a vLLM server until it answers, as they were measured on rented
 * machines for models in 16 bit: means, with the shortest and the longest.
 *
 * <p>SpareCores/sc-inspector-data, data/&lt;vendor&gt;/&lt;server&gt;/vllm/stderr, vLLM 0.22 on
 * A100, H100, H200, L4 and L40S; CC-BY-SA-4.0. A test works them out anew from the rows.
 *
 * @param billions of parameters
 * @param first with the download of the weights
 * @param repeat with weights that lie on the machine's disk, as a provider that scales to zero
 *     keeps them
 * @param isExtrapolated whether nothing of this size was measured: longer by what each further
 *     billion of parameters takes
 */
public record MeasuredStart(
    double billions, Seconds first, Seconds repeat, boolean isExtrapolated) {

  /** Where the figures are from. */
  public static final String SOURCE = "SpareCores/sc-inspector-data@804d3c71, CC-BY-SA-4.0";

  /** From the shortest to the longest. */
  public record Seconds(double mean, double least, double most) {
    private Seconds plus(double more) {
      return new Seconds(mean + more, least + more, most + more);
    }
  }

  /** Those of which more than a handful were measured. */
  static final List<MeasuredStart> MEASURED =
      List.of(
          measured(0.135, new Seconds(91, 56, 218), new Seconds(58, 38, 92)),
          measured(0.494, new Seconds(82, 49, 116), new Seconds(63, 38, 90)),
          measured(2.61, new Seconds(129, 64, 168), new Seconds(76, 44, 106)),
          measured(8.03, new Seconds(194, 58, 254), new Seconds(76, 48, 106)));

  private static final double BILLION = 1e9;

  /** Half as much again is still about the size. */
  private static final double ALIKE = 1.5;

  private static MeasuredStart measured(double billions, Seconds first, Seconds repeat) {
    return new MeasuredStart(billions, first, repeat, false);
  }

  /** Of a model of about this size. */
  public static MeasuredStart of(long parameters) {
    double billions = parameters / BILLION;
    MeasuredStart largest = MEASURED.get(MEASURED.size() - 1);
    if (billions > largest.billions * ALIKE) {
      return largest.extrapolated(billions, MEASURED.get(1));
    }
    return MEASURED.stream()
        .min(Comparator.comparingDouble(each -> Math.abs(Math.log(each.billions / billions))))
        .orElseThrow();
  }

  private MeasuredStart extrapolated(double other, MeasuredStart smaller) {
    double more = (other - billions) / (billions - smaller.billions);
    return new MeasuredStart(
        other,
        first.plus(more * (first.mean - smaller.first.mean)),
        repeat.plus(more * (repeat.mean - smaller.repeat.mean)),
        true);
  }
}
