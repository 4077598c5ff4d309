package dev.gpuadvisor.catalog;

/**
 * Where the shape of a model comes from, and how far real models lie from it where it is a guess.
 *
 * @param kvCacheSpread relative spread of KV bytes per token: 0.5 means ±50 %; 0 where it is known
 * @param vocabularySpread the same of the embedding tables
 * @param weightsSpread the same of all weights; 0 where their number is known
 */
public record Origin(
    Kind kind, double kvCacheSpread, double vocabularySpread, double weightsSpread) {

  /** Who says so. */
  public enum Kind {
    /** The catalogue, with its sources. */
    CATALOGUE,
    /** A hub, which publishes it. */
    HUB,
    /** A configuration that the caller gave. */
    CONFIG,
    /** The same of an architecture that is not known, counted as if it were Llama's. */
    LIKE_LLAMA,
    /** Sizes that the caller gave one by one. */
    SHAPE,
    /** A number of parameters alone: the rest is what models of that size typically have. */
    PARAMETERS
  }

  public static final Origin CATALOGUE = given(Kind.CATALOGUE);

  /** Nothing is guessed. */
  public static Origin given(Kind kind) {
    return new Origin(kind, 0, 0, 0);
  }

  /** Whether the model's longest context is published, and not just what is usual. */
  public boolean knowsContext() {
    return kind != Kind.SHAPE && kind != Kind.PARAMETERS;
  }

  /** Whether it has a name of its own. */
  public boolean isNamed() {
    return kind == Kind.CATALOGUE || kind == Kind.HUB;
  }

  public boolean isCatalogue() {
    return kind == Kind.CATALOGUE;
  }
}
