package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.tuning.TrainingData;
import dev.gpuadvisor.sizing.tuning.TrainingPeak;
import dev.gpuadvisor.sizing.tuning.TrainingSettings;
import java.util.Optional;

/**
 * A fine-tuning run.
 *
 * @param batch sequences in one pass of one GPU; accumulating gradients over several passes takes
 *     no memory
 * @param sequenceLength tokens of each
 * @param adapters the one that is trained; {@link Adapters#NONE} where all weights are
 * @param trainsEmbeddings whether embeddings and language-model head are trained with the adapters,
 *     as new tokens need it
 * @param settings how it is set up
 * @param quantized what its base would be stored in if it were quantized; empty where nobody says
 */
public record Tuning(
    Model model,
    TuningMethod method,
    int batch,
    int sequenceLength,
    Adapters adapters,
    boolean trainsEmbeddings,
    TrainingSettings settings,
    Optional<Quantization> quantized)
    implements Task {

  public static final int DEFAULT_BATCH = 1;
  public static final int DEFAULT_SEQUENCE_LENGTH = 2048;
  public static final int DEFAULT_LORA_RANK = 16;

  public static final int MAX_BATCH = 1024;

  /** Together with the batch: keeps every product of sizes inside a long. */
  public static final int MAX_SEQUENCE_LENGTH = 1 << 20;

  public Tuning {
    if (batch < 1 || batch > MAX_BATCH) {
      throw new IllegalArgumentException("batch: " + batch);
    }
    if (sequenceLength < 1 || sequenceLength > MAX_SEQUENCE_LENGTH) {
      throw new IllegalArgumentException("sequenceLength: " + sequenceLength);
    }
    if (adapters.count() != 1 || adapters.rank() > 0 != method.hasAdapters()) {
      throw new IllegalArgumentException(adapters + " with " + method);
    }
    if (trainsEmbeddings && !method.hasAdapters()) {
      throw new IllegalArgumentException("trainsEmbeddings with " + method);
    }
  }

  public Tuning(
      Model model,
      TuningMethod method,
      int batch,
      int sequenceLength,
      Adapters adapters,
      boolean trainsEmbeddings,
      TrainingSettings settings) {
    this(
        model,
        method,
        batch,
        sequenceLength,
        adapters,
        trainsEmbeddings,
        settings,
        Optional.empty());
  }

  /** As the Trainer of transformers has it. */
  public Tuning(
      Model model,
      TuningMethod method,
      int batch,
      int sequenceLength,
      Adapters adapters,
      boolean trainsEmbeddings) {
    this(
        model, method, batch, sequenceLength, adapters, trainsEmbeddings, TrainingSettings.DEFAULT);
  }

  /** Set up in another way. */
  public Tuning with(TrainingSettings others) {
    return new Tuning(
        model, method, batch, sequenceLength, adapters, trainsEmbeddings, others, quantized);
  }

  /** The same with adapters of the usual rank where all weights were trained. */
  public Tuning by(TuningMethod other) {
    Adapters changed = method.hasAdapters() ? adapters : Adapters.ofRank(DEFAULT_LORA_RANK);
    return new Tuning(
        model, other, batch, sequenceLength, changed, trainsEmbeddings, settings, quantized);
  }

  /** What it learns from; empty where nobody says. */
  public Optional<TrainingData> data() {
    return settings.data();
  }

  /** Tokens of one pass of one GPU. */
  public long tokens() {
    return (long) batch * sequenceLength;
  }

  @Override
  public double usableFraction() {
    return 1;
  }

  @Override
  public int length() {
    return sequenceLength;
  }

  @Override
  public int longest() {
    return MAX_SEQUENCE_LENGTH;
  }

  @Override
  public int mostSequences() {
    return MAX_BATCH;
  }

  @Override
  public Tuning withLength(int tokens) {
    return new Tuning(
        model, method, batch, tokens, adapters, trainsEmbeddings, settings, quantized);
  }

  @Override
  public Tuning withSequences(int sequences) {
    return new Tuning(
        model, method, sequences, sequenceLength, adapters, trainsEmbeddings, settings, quantized);
  }

  @Override
  public MemoryEstimate estimate(Quantization format) {
    return new TrainingPeak(this, format).alone();
  }
}
