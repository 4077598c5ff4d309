package dev.gpuadvisor.catalog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which type each tensor of a GGUF file gets. Formats such as Q4_K_M are mixes: some tensors, in
 * some layers, get more bits than the rest.
 *
 * @param base type of all weights that nothing else is said about
 * @param head type of the language-model head, also where it is the embedding table
 * @param embedding type of the embedding table where the head is a table of its own
 * @param rules of single kinds of tensor: the first that holds for a layer counts
 */
public record GgufMix(
    GgufType base, GgufType head, GgufType embedding, Map<Tensor, List<Choice>> rules) {

  /** All weights in 16 bit. */
  public static final GgufMix SIXTEEN_BIT = all(GgufType.F16, Map.of());

  /** What files of gpt-oss are: experts as they were published, the rest in Q8_0. */
  public static final GgufMix MXFP4 =
      all(
          GgufType.Q8_0,
          Map.of(
              Tensor.EXPERT_GATE, List.of(new Choice(GgufType.MXFP4, Where.EVERYWHERE)),
              Tensor.EXPERT_UP, List.of(new Choice(GgufType.MXFP4, Where.EVERYWHERE)),
              Tensor.EXPERT_DOWN, List.of(new Choice(GgufType.MXFP4, Where.EVERYWHERE))));

  /** Kinds of tensor that mixes tell apart. */
  public enum Tensor {
    QUERY,
    KEY,
    VALUE,
    OUTPUT,
    /** Queries, keys and values of recurrent layers, in one matrix. */
    RECURRENT_INPUT,
    /** Other matrices of layers: gates, those of latent attention, the way out of recurrence. */
    OTHER,
    GATE,
    UP,
    DOWN,
    EXPERT_GATE,
    EXPERT_UP,
    EXPERT_DOWN;

    /** The kind whose rule counts where there is none of its own. */
    private Tensor otherwise() {
      return switch (this) {
        case EXPERT_GATE -> GATE;
        case EXPERT_UP -> UP;
        case EXPERT_DOWN -> DOWN;
        default -> this;
      };
    }
  }

  /** A type, and the layers or models that get it. */
  public record Choice(GgufType type, Where where) {}

  /**
   * What mixes go by.
   *
   * @param layers of the model
   * @param queriesPerKey heads that share a key
   * @param experts routed experts in a layer; 0 without
   */
  public record Facts(int layers, int queriesPerKey, int experts) {}

  /** Layers, or models, of which something holds. */
  public enum Where {
    EVERYWHERE,
    /** The first and the last eighth, and every third between. */
    MORE_BITS,
    FIRST_EIGHTH,
    FIRST_SIXTEENTH,
    FIRST_2,
    FIRST_4,
    /** All but the first and the last eighth. */
    MIDDLE,
    /** Models with at least four queries to a key. */
    GQA_4,
    /** Models with at least four experts. */
    EXPERTS_4,
    /** Mixtures of eight experts. */
    EIGHT_EXPERTS,
    /** Models of 80 layers, which llama.cpp takes for 70B. */
    LAYERS_80;

    boolean holds(int layer, Facts facts) {
      int layers = facts.layers();
      int eighth = layers / 8;
      return switch (this) {
        case EVERYWHERE -> true;
        case MORE_BITS -> layer < eighth || layer >= 7 * layers / 8 || (layer - eighth) % 3 == 2;
        case FIRST_EIGHTH -> layer < eighth;
        case FIRST_SIXTEENTH -> layer < layers / 16;
        case FIRST_2 -> layer < 2;
        case FIRST_4 -> layer < 4;
        case MIDDLE -> layer >= eighth && layer < 7 * layers / 8;
        case GQA_4 -> facts.queriesPerKey() >= 4;
        case EXPERTS_4 -> facts.experts() >= 4;
        case EIGHT_EXPERTS -> facts.experts() == 8;
        case LAYERS_80 -> layers == 80;
      };
    }
  }

  public GgufMix {
    rules = rules.isEmpty() ? Map.of() : new EnumMap<>(rules);
  }

  private static GgufMix all(GgufType type, Map<Tensor, List<Choice>> rules) {
    return new GgufMix(type, type, type, rules);
  }

  /** Bits of a weight of tensors of that kind, on average over the layers. */
  public double bits(Tensor tensor, Facts facts, long rowLength) {
    List<Choice> choices = rules.get(tensor);
    if (choices == null) {
      choices = rules.get(tensor.otherwise());
    }
    if (choices == null) {
      return base.forRows(rowLength).bits();
    }
    double sum = 0;
    for (int layer = 0; layer < facts.layers(); layer++) {
      sum += type(choices, layer, facts).forRows(rowLength).bits();
    }
    return sum / facts.layers();
  }

  private GgufType type(List<Choice> choices, int layer, Facts facts) {
    for (Choice choice : choices) {
      if (choice.where().holds(layer, facts)) {
        return choice.type();
      }
    }
    return base;
  }
}
