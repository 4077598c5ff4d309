package dev.gpuadvisor.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Architecture facts of a model.
 *
 * @param id the catalogue's name, {@code qwen2.5-14b-instruct}
 * @param huggingFaceId {@code Qwen/Qwen2.5-14B-Instruct}
 * @param totals its weights; an integrity test holds them against the shape
 * @param maxContext tokens that the published configuration allows
 * @param itemTokens tokens of the largest image or video that must be read in one step; 0 where one
 *     may be cut
 * @param images what reads images, where its sizes are known
 * @param published the formats it is published in, the native one first
 * @param released {@code 2026-08-05}; empty where it is not known
 * @param origin where the shape comes from: the catalogue, or a caller
 * @param repositories where the hub has it in further formats, whoever made them, by id of the
 *     quantization: {@code Qwen/Qwen3-32B-AWQ}
 */
public record Model(
    String id,
    String huggingFaceId,
    List<String> aliases,
    ModelKind kind,
    Shape shape,
    WeightTotals totals,
    int maxContext,
    int itemTokens,
    Optional<ImageEncoder> images,
    List<PublishedFormat> published,
    String license,
    String released,
    Provenance provenance,
    Origin origin,
    Map<String, String> repositories) {

  public Model {
    aliases = List.copyOf(aliases);
    published = List.copyOf(published);
    repositories = Map.copyOf(repositories);
  }

  /** All weights that are loaded. */
  public long parameters() {
    return totals.parameters();
  }

  /** Weights that one token touches; equal to all of them in a dense model of text. */
  public long activeParameters() {
    return totals.active();
  }

  /** Weights of the routed experts; 0 without experts. */
  public long expertParameters() {
    return totals.experts();
  }

  /** Weights of what reads images or sound; part of all weights; 0 without. */
  public long visionParameters() {
    return totals.towers();
  }

  /** What is left without towers: what reads and writes text. */
  public long languageParameters() {
    return totals.parameters() - totals.towers();
  }

  /** The same as one of text alone: what reads images or sound is not loaded. */
  public Model withoutTowers() {
    return new Model(
        id,
        huggingFaceId,
        aliases,
        kind,
        shape,
        totals.withoutTowers(),
        maxContext,
        0,
        Optional.empty(),
        published.stream().map(each -> each.without(totals.towers())).toList(),
        license,
        released,
        provenance,
        origin,
        repositories);
  }

  public int layers() {
    return shape.layers();
  }

  /** Parts of all layers, two a layer in most models; see {@link Shape#parts()}. */
  public int parts() {
    return shape.parts();
  }

  public int hiddenSize() {
    return shape.hiddenSize();
  }

  /** Intermediate size of the widest dense feed-forward layers. */
  public int feedForwardSize() {
    return shape.feedForwardSize();
  }

  public int vocabulary() {
    return shape.vocabulary();
  }

  public boolean tiedEmbeddings() {
    return shape.tiedEmbeddings();
  }

  /** How most of its layers attend; {@link Shape#attentionLayers} has them all. */
  public Attention attention() {
    return shape.attention();
  }

  public Optional<SlidingWindow> slidingWindow() {
    return shape.slidingWindow();
  }

  public Optional<MixtureOfExperts> experts() {
    return shape.experts();
  }

  /** Id of the quantization that the weights are published in. */
  public String nativeFormat() {
    return published.get(0).format();
  }

  /** Whether its weights are published in that format, as far as it is known. */
  public boolean isPublishedIn(String format) {
    return published.stream().anyMatch(each -> each.format().equals(format));
  }

  /** Where the hub has its weights in that format; empty where that is not known. */
  public Optional<String> repository(String format) {
    return format.equals(nativeFormat())
        ? Optional.of(huggingFaceId)
        : Optional.ofNullable(repositories.get(format));
  }

  /** Weights of the layers that its publication in that format leaves in 16 bit. */
  public long keptIn16Bit(String format) {
    for (PublishedFormat each : published) {
      if (each.format().equals(format)) {
        return each.in16Bit();
      }
    }
    return 0;
  }

  /** Bits for each weight that is quantized in that format, as this model is published in it. */
  public double bitsPerWeight(Quantization format) {
    for (PublishedFormat each : published) {
      if (each.format().equals(format.id()) && each.bits() > 0) {
        return each.bits();
      }
    }
    return format.bitsPerWeight();
  }

  /** How its weights are really stored where they are counted as that format; mostly empty. */
  public String countedAs(String format) {
    PublishedFormat own = published.get(0);
    return own.format().equals(format) ? own.counted() : "";
  }

  /** Bytes of its weights in that format, as files say; 0 where nobody looked at them. */
  public long storedBytes(String format) {
    for (PublishedFormat each : published) {
      if (each.format().equals(format)) {
        return each.bytes();
      }
    }
    return 0;
  }

  /** One table of the vocabulary: the embeddings, or the language-model head. */
  public long embeddingTableParameters() {
    return (long) vocabulary() * hiddenSize();
  }

  /** Embedding table, and the language-model head where it is a table of its own. */
  public long embeddingParameters() {
    return (tiedEmbeddings() ? 1 : 2) * embeddingTableParameters();
  }

  /** Layers whose feed-forward part is one matrix for all tokens. */
  public int denseLayers() {
    return shape.denseLayers();
  }

  /** Intermediate values that one token has in the widest feed-forward layer. */
  public int activeFeedForwardSize() {
    int inExperts = experts().map(MixtureOfExperts::activeSize).orElse(0);
    return denseLayers() == 0 ? inExperts : Math.max(feedForwardSize(), inExperts);
  }

  /** Who published it: {@code Qwen}. */
  public String owner() {
    return huggingFaceId.substring(0, Math.max(0, huggingFaceId.indexOf('/')));
  }

  /** Whether each of the words occurs in one of its names. */
  public boolean carries(List<String> words) {
    String names = NameIndex.key(huggingFaceId + " " + String.join(" ", aliases));
    return words.stream().allMatch(word -> names.contains(NameIndex.key(word)));
  }

  /** Everything but the tables and the towers. */
  public long linearParameters() {
    return languageParameters() - embeddingParameters() - totals.lookup();
  }

  /** Hash of the id only: these records are map keys on the hot path. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
