package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.util.List;

/** Workloads on the bundled catalogue, for tests. */
public final class Workloads {

  public static final Catalog CATALOG = BundledCatalog.catalog();

  private Workloads() {}

  public static Workload of(String model, int context) {
    return of(model, new Tokens(context, Tokens.defaultOutput(context), 1));
  }

  public static Workload of(String model, Tokens tokens) {
    return new Workload(model(model), transformers(), tokens, KvCacheType.BF16, Adapters.NONE);
  }

  public static Workload withLora(String model, int context, int rank) {
    return of(of(model, context), Adapters.ofRank(rank));
  }

  public static Workload of(Workload plain, Adapters adapters) {
    return new Workload(plain.model(), plain.runtime(), plain.tokens(), plain.kvCache(), adapters);
  }

  /** On another runtime, or another profile of it. */
  public static Workload on(String runtime, String model, Tokens tokens) {
    RuntimeProfile profile = CATALOG.runtimes().find(runtime).orElseThrow();
    return new Workload(model(model), profile, tokens, KvCacheType.BF16, Adapters.NONE);
  }

  public static Model model(String name) {
    return CATALOG.models().find(name).orElseThrow();
  }

  /** A model like another, of which these formats are published. */
  public static Model publishing(Model like, List<PublishedFormat> published) {
    return model(like, published, like.origin());
  }

  /** A model like another, of which less is known. */
  static Model guessed(Model like, Origin origin) {
    return model(like, like.published(), origin);
  }

  private static Model model(Model like, List<PublishedFormat> published, Origin origin) {
    return new Model(
        like.id(),
        like.huggingFaceId(),
        like.aliases(),
        like.kind(),
        like.shape(),
        like.totals(),
        like.maxContext(),
        like.itemTokens(),
        like.images(),
        published,
        like.license(),
        like.released(),
        like.provenance(),
        origin,
        like.repositories());
  }

  public static Quantization format(String name) {
    return CATALOG.quantizations().find(name).orElseThrow();
  }

  public static RuntimeProfile transformers() {
    return CATALOG.runtimes().find("transformers").orElseThrow();
  }

  public static Hardware cards(int gpus, String... names) {
    List<Card> cards =
        List.of(names).stream().map(name -> CATALOG.cards().find(name).orElseThrow()).toList();
    return new Hardware(cards, gpus);
  }

  static MemoryEstimate estimate(String model, String format, int context) {
    return MemoryEstimate.of(of(model, context), format(format));
  }
}
