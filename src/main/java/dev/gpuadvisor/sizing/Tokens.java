package dev.gpuadvisor.sizing;

/**
 * How many tokens are kept at once.
 *
 * @param context all tokens of one sequence, prompt and generated
 * @param outputTokens those of them that are generated
 * @param concurrency sequences at the same time
 */
public record Tokens(int context, int outputTokens, int concurrency) {

  public static final int DEFAULT_CONTEXT = 8192;
  public static final int DEFAULT_OUTPUT = 2048;

  /** Above what any published model takes; keeps every product of sizes inside a long. */
  public static final int MAX_CONTEXT = 1 << 24;

  public static final int MAX_CONCURRENCY = 4096;

  /** What is assumed of a request where nobody says: a question, and an answer of a paragraph. */
  public static final int USUAL_INPUT = 1024;

  public static final int USUAL_OUTPUT = 256;

  public Tokens {
    if (context < 1 || context > MAX_CONTEXT) {
      throw new IllegalArgumentException("context: " + context);
    }
    if (outputTokens < 0 || outputTokens > context) {
      throw new IllegalArgumentException("outputTokens: " + outputTokens + " of " + context);
    }
    if (concurrency < 1 || concurrency > MAX_CONCURRENCY) {
      throw new IllegalArgumentException("concurrency: " + concurrency);
    }
  }

  /** What is generated where the caller does not say: never more than half of the context. */
  public static int defaultOutput(int context) {
    return Math.min(DEFAULT_OUTPUT, context / 2);
  }

  public int promptTokens() {
    return context - outputTokens;
  }

  /**
   * The same habits in a longer or shorter context. The prompt never shrinks when the context
   * grows, so that memory grows with it.
   */
  public Tokens withContext(int other) {
    int ceiling = outputTokens <= context / 2 ? other / 2 : other;
    return new Tokens(other, Math.min(outputTokens, ceiling), concurrency);
  }

  public Tokens withConcurrency(int other) {
    return new Tokens(context, outputTokens, other);
  }

  /** A usual request, or what of it so many tokens hold. */
  public static Tokens usual(int length) {
    int output = usualOutput(length);
    int input = usualInput(length, output);
    return new Tokens(input + output, output, 1);
  }

  /** Tokens that a usual request generates, where it may have so many in all. */
  public static int usualOutput(int length) {
    return Math.max(1, Math.min(USUAL_OUTPUT, length / 5));
  }

  /** Tokens of a usual prompt, where it and what follows may have so many. */
  public static int usualInput(int length, int others) {
    return Math.max(1, Math.min(USUAL_INPUT, length - others));
  }
}
