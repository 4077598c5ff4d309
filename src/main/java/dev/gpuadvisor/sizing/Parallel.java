package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.Model;
import java.util.Locale;
import java.util.Optional;

/**
 * How several GPUs share a model. Written {@code tp4}, {@code pp2}, {@code tp8pp2}, {@code dp8},
 * {@code ep8}, {@code auto}.
 *
 * @param tensor GPUs that each have a part of every matrix; 0 where it is not said how many
 * @param pipeline stages of whole layers; 0 where there are as many as it takes
 * @param data copies of the attention, each with a cache of its own; experts are spread over all
 * @param wholeExperts whether experts are spread whole (expert parallelism) and not cut
 */
public record Parallel(int tensor, int pipeline, int data, boolean wholeExperts) {

  /** As servers are started where nothing is said: all GPUs have a part of every matrix. */
  public static final Parallel TENSOR = new Parallel(0, 1, 1, false);

  /** As many GPUs as can share every matrix, and stages of the rest. */
  public static final Parallel AUTO = new Parallel(0, 0, 1, false);

  private static final int LONGEST = 24;

  public static Parallel tensor(int gpus) {
    return new Parallel(gpus, 1, 1, false);
  }

  /** Empty where the text is no such form, or names more GPUs than a worker may have. */
  public static Optional<Parallel> parse(String text) {
    String rest = text.toLowerCase(Locale.ROOT).replaceAll("[\\s,+x_=-]", "");
    if (rest.equals("auto")) {
      return Optional.of(AUTO);
    }
    int[] sizes = {0, 0, 0, 0};
    int at = 0;
    while (at + 2 < rest.length() && text.length() <= LONGEST) {
      int kind = "tp pp dp ep".indexOf(rest.substring(at, at + 2)) / 3;
      boolean known = "tp pp dp ep".contains(rest.substring(at, at + 2));
      int end = at + 2;
      while (end < rest.length() && Character.digit(rest.charAt(end), 10) >= 0) {
        end++;
      }
      if (!known || end == at + 2 || end > at + 4 || sizes[kind] > 0) {
        return Optional.empty();
      }
      sizes[kind] = Integer.parseInt(rest.substring(at + 2, end));
      if (sizes[kind] == 0) {
        return Optional.empty();
      }
      at = end;
    }
    return at == rest.length() && at > 0 ? of(sizes) : Optional.empty();
  }

  private static Optional<Parallel> of(int[] sizes) {
    boolean whole = sizes[3] > 0;
    int data = Math.max(1, sizes[2]);
    int tensor = sizes[0] > 0 ? sizes[0] : whole ? Math.max(1, sizes[3] / data) : 1;
    Parallel parallel = new Parallel(tensor, Math.max(1, sizes[1]), data, whole);
    boolean sound =
        parallel.gpus() <= Hardware.MAX_GPUS
            && (!whole || sizes[3] == parallel.tensor * parallel.data);
    return sound ? Optional.of(parallel) : Optional.empty();
  }

  /** GPUs that it takes; 0 where it takes as many as there are. */
  public int gpus() {
    return tensor * pipeline * data;
  }

  /** Whether it says how many GPUs. */
  public boolean isFixed() {
    return tensor > 0;
  }

  /**
   * On so many GPUs. Stages of whole layers are the way out where heads do not divide (vLLM's guide
   * to parallelism), and the only way where GPUs cannot share a matrix.
   *
   * @param most GPUs that may share a matrix
   * @param stages whether layers may be spread at all
   */
  Parallel on(int gpus, Model model, int most, boolean stages) {
    if (isFixed() || gpus == 1) {
      return isFixed() ? this : tensor(1);
    }
    boolean open = stages && (pipeline == 0 || most < gpus);
    for (int tensor = Math.min(gpus, most); tensor > 0 && open; tensor--) {
      if (gpus % tensor == 0 && divides(model, tensor)) {
        return new Parallel(tensor, gpus / tensor, 1, false);
      }
    }
    return tensor(gpus);
  }

  /** With experts that are spread whole. */
  Parallel withWholeExperts() {
    return new Parallel(tensor, pipeline, data, true);
  }

  /** Whether a model can be spread so over so many GPUs. */
  public boolean isPossible(Model model, int gpus) {
    return gpus() == gpus && pipeline <= model.layers() && divides(model, tensor);
  }

  /**
   * Heads are not cut: their number must be a multiple of the GPUs that share them. Of key/value
   * heads each GPU has at least one. The feed-forward part is cut by columns.
   */
  private static boolean divides(Model model, int tensor) {
    Attention attention = model.attention();
    int heads = attention.cacheHeads();
    return attention.heads() % tensor == 0
        && model.feedForwardSize() % tensor == 0
        && (heads == 1 || heads % tensor == 0 || tensor % heads == 0);
  }

  @Override
  public String toString() {
    if (!isFixed()) {
      return "auto";
    }
    String data = this.data > 1 ? "dp" + this.data : "";
    String pipeline = this.pipeline > 1 ? "pp" + this.pipeline : "";
    String tensor =
        this.tensor > 1 || data.isEmpty() && pipeline.isEmpty() ? "tp" + this.tensor : "";
    return tensor + pipeline + data + (wholeExperts ? "ep" + this.tensor * this.data : "");
  }
}
