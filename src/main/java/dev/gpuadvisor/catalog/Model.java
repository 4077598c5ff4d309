package dev.gpuadvisor.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Architecture facts of a language model.
 *
 * @param id the catalogue's name, {@code qwen2.5-14b-instruct}
 * @param huggingFaceId {@code Qwen/Qwen2.5-14B-Instruct}
 * @param parameters all weights, exactly; an integrity test holds it against the shapes
 * @param activeParameters weights that one token touches; equal to {@code parameters} without
 *     experts
 * @param expertParameters weights of the routed experts, biases included; 0 without experts
 * @param visionParameters weights of a vision encoder that is loaded besides, and not part of
 *     {@code parameters}; 0 without one
 * @param feedForwardSize intermediate size of the dense feed-forward layers
 * @param maxContext tokens that the published configuration allows
 * @param nativeFormat id of the quantization that the weights are published in
 * @param origin where the shape comes from: the catalogue, or a caller
 */
public record Model(
    String id,
    String huggingFaceId,
    List<String> aliases,
    long parameters,
    long activeParameters,
    long expertParameters,
    long visionParameters,
    int layers,
    int hiddenSize,
    int feedForwardSize,
    int vocabulary,
    boolean tiedEmbeddings,
    Attention attention,
    Optional<SlidingWindow> slidingWindow,
    Optional<MixtureOfExperts> experts,
    int maxContext,
    String nativeFormat,
    String license,
    Provenance provenance,
    Origin origin) {

  public Model {
    aliases = List.copyOf(aliases);
  }

  /** One table of the vocabulary: the embeddings, or the language-model head. */
  public long embeddingTableParameters() {
    return (long) vocabulary * hiddenSize;
  }

  /** Embedding table, and the language-model head where it is a table of its own. */
  public long embeddingParameters() {
    return (tiedEmbeddings ? 1 : 2) * embeddingTableParameters();
  }

  /** Layers whose feed-forward part is one matrix for all tokens. */
  public int denseLayers() {
    return layers - experts.map(MixtureOfExperts::layers).orElse(0);
  }

  /** Intermediate values that one token has in the widest feed-forward layer. */
  public int activeFeedForwardSize() {
    int inExperts = experts.map(MixtureOfExperts::activeSize).orElse(0);
    return denseLayers() == 0 ? inExperts : Math.max(feedForwardSize, inExperts);
  }

  /** Whether each of the words occurs in one of its names. */
  public boolean carries(List<String> words) {
    String names = NameIndex.key(huggingFaceId + " " + String.join(" ", aliases));
    return words.stream().allMatch(word -> names.contains(NameIndex.key(word)));
  }

  /** Everything but embeddings and head. */
  public long linearParameters() {
    return parameters - embeddingParameters();
  }

  /** Names an entry well enough: it is looked up by it in the middle of every answer. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
